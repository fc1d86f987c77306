import Hearsay
import HearsayText

#if canImport(Glibc)
  import Glibc
#endif

// The functions of `include/hearsay.h`, which tells what they promise. Nothing may trap here that a caller can bring about:
// a trap ends the program that called.

private enum Status {
  static let done: CInt = 0
  static let noReport: CInt = 1
  static let badRequest: CInt = 2
  static let noData: CInt = 3
}

/// A place that a caller names for text.
private typealias TextPlace = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// The version as C text.
@safe private struct Version: @unchecked Sendable {
  // Unchecked: written once, before anybody has it, and never given back.
  let text = unsafe strdup(Hearsay.Reader.version)
  static let only = Version()
}

/// The version, as text that stays.
@_cdecl("hearsay_version")
public func hearsayVersion() -> UnsafePointer<CChar>? {
  unsafe UnsafePointer(Version.only.text)
}

/// Opens a reader; `error` is the caller's to give back.
@_cdecl("hearsay_open")
public func hearsayOpen(
  _ share: UnsafePointer<CChar>?, _ options: UnsafePointer<CChar>?,
  _ reader: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
  _ error: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  unsafe reader?.pointee = nil
  unsafe error?.pointee = nil
  guard let place = unsafe reader else {
    return unsafe fail(error, Status.badRequest, "no place for the reader")
  }
  do {
    let options = try Options(json: unsafe options.map { unsafe Array(bytes(of: $0)) } ?? [])
    let folder = unsafe share.map { unsafe String(cString: $0) }
    let resources = try Resources(share: folder ?? LibraryFolder.find())
    let opened = OpenReader(
      try Hearsay.Reader(resources, anyLanguage: options.anyLanguage))
    unsafe place.pointee = Unmanaged.passRetained(opened).toOpaque()
    return Status.done
  } catch let problem as BadRequest {
    return unsafe fail(error, Status.badRequest, problem.description)
  } catch let problem {
    return unsafe fail(error, Status.noData, "\(problem)")
  }
}

/// Reads one report; `answer` is the caller's to give back.
@_cdecl("hearsay_read")
public func hearsayRead(
  _ reader: UnsafeMutableRawPointer?, _ start: UnsafePointer<UInt8>?, _ count: Int,
  _ request: UnsafePointer<CChar>?, _ requestCount: Int,
  _ answer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
  _ answerCount: UnsafeMutablePointer<Int>?
) -> CInt {
  func tell(_ status: CInt, _ text: String) -> CInt {
    let size = unsafe put(text, answer)
    unsafe answerCount?.pointee = size
    return status
  }
  guard let reader = unsafe reader else { return tell(Status.badRequest, "no reader") }
  // A size of C that does not fit into Swift's arrives as a negative one.
  guard count >= 0, requestCount >= 0 else {
    return tell(Status.badRequest, "a size beyond what memory holds")
  }
  let opened = unsafe Unmanaged<OpenReader>.fromOpaque(reader).takeUnretainedValue()
  do {
    let asked = try Request(
      json: unsafe Array(UnsafeRawBufferPointer(start: request, count: requestCount)))
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
    return tell(Status.done, try opened.read(bytes, asked.reading))
  } catch let error as TextError {
    return tell(Status.noReport, error.description)
  } catch let error as BadRequest {
    return tell(Status.badRequest, error.description)
  } catch {
    return tell(Status.noReport, "\(error)")
  }
}

/// Gives text back.
@_cdecl("hearsay_free")
public func hearsayFree(_ text: UnsafeMutablePointer<CChar>?) { unsafe free(text) }

/// Closes a reader.
@_cdecl("hearsay_close")
public func hearsayClose(_ reader: UnsafeMutableRawPointer?) {
  guard let reader = unsafe reader else { return }
  unsafe Unmanaged<OpenReader>.fromOpaque(reader).release()
}

// MARK: - Text for C

/// Writes text where the caller wants it.
///
/// - Returns: Its bytes, without the zero at its end.
@discardableResult
private func put(_ text: String, _ place: TextPlace?) -> Int {
  var text = text
  return text.withUTF8 { utf8 in
    guard let place = unsafe place else { return utf8.count }
    guard let copy = unsafe malloc(utf8.count + 1) else { fatalError("no memory is left") }
    if let start = utf8.baseAddress { unsafe memcpy(copy, start, utf8.count) }
    let written = unsafe copy.assumingMemoryBound(to: CChar.self)
    unsafe written[utf8.count] = 0
    unsafe place.pointee = written
    return utf8.count
  }
}

private func fail(_ place: TextPlace?, _ status: CInt, _ text: String) -> CInt {
  unsafe put(text, place)
  return status
}

private func bytes(of text: UnsafePointer<CChar>) -> UnsafeRawBufferPointer {
  unsafe UnsafeRawBufferPointer(start: text, count: strlen(text))
}
