import Foundation
import Hearsay
import HearsayExchange
import HearsayRecords

let resources = Resources(environment: ProcessInfo.processInfo.environment)
let reader = try Hearsay.Reader(resources)
let workspace = reader.makeWorkspace()
for path in CommandLine.arguments.dropFirst(2) {
  let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
  let request = ReadingRequest(address: path)
  if CommandLine.arguments[1] == "annotate" {
    print(try reader.annotate(bytes, request, workspace))
  } else {
    print(try json(of: try reader.read(bytes, request, workspace), pretty: true))
  }
}
