import Foundation
import HearsayModel
import HearsayReading

let model = try Model(path: CommandLine.arguments[1])
let annotator = Annotator(model: model)
let scratch = annotator.makeScratch()
let clock = ContinuousClock()
var tokens = 0
var last = ""
let elapsed = try clock.measure {
  for path in CommandLine.arguments.dropFirst(3) {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let annotated = annotator.annotate(text, scratch: scratch)
    tokens += annotated.tokens.count
    if CommandLine.arguments[2] == "conllu" { print(CoNLLU.write(annotated)) }
  }
}
FileHandle.standardError.write(Data("\(tokens) tokens in \(elapsed)\n".utf8))
