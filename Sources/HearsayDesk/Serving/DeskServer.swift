private import CMicrohttpd
private import Glibc

/// Answers browsers over HTTP/1.1: the one file that knows the server's library.
///
/// Everything that is asked and answered is a value (``DeskRequest``, ``DeskAnswer``); the pages are tested without this.
@safe package final class DeskServer: Sendable {
  /// What a server may be asked for at once, and for how long.
  package struct Limits: Sendable {
    package var threads: UInt32 = 4
    package var connections: UInt32 = 512
    package var connectionsAnAddress: UInt32 = 64
    /// Seconds in which nothing comes or goes, after which a connection is closed.
    package var seconds: UInt32 = 10
    /// Seconds in which the head of a request has to have come, and those for the rest of it and for taking the answer.
    package var headSeconds = 10
    package var restSeconds = 120
    package var bodyBytes = 1 << 20
    /// The body of a form with files.
    package var fileBytes = 32 << 20

    package init() {}
  }

  /// A certificate with its key, as PEM texts.
  package struct Certificate: Sendable {
    package let certificate: String
    package let key: String

    package init(certificate: String, key: String) {
      self.certificate = certificate
      self.key = key
    }
  }

  /// Why the desk cannot be opened.
  package struct CannotListen: Error, CustomStringConvertible {
    package let description: String
  }

  /// The port that is listened at.
  package let port: UInt16
  private nonisolated(unsafe) let daemon: OpaquePointer
  private let handler: Handler

  /// Begins to listen at an IPv4 or IPv6 address of this machine; port 0 is one that the system chooses.
  package init(
    address: String, port: UInt16, limits: Limits = Limits(), certificate: Certificate? = nil,
    answer: @escaping @Sendable (DeskRequest) -> DeskAnswer
  ) throws(CannotListen) {
    let handler = Handler(limits: limits, answer: answer)
    let context = unsafe Unmanaged.passUnretained(handler).toOpaque()
    errno = 0
    let started = unsafe hearsay_desk_start(
      address, port,
      hearsay_desk_limits(
        threads: limits.threads, connections: limits.connections,
        connections_an_address: limits.connectionsAnAddress, seconds: limits.seconds,
        head_bytes: 32 << 10),
      certificate?.certificate, certificate?.key, Self.handle, context, Self.completed,
      Self.changed)
    guard let started = unsafe started else {
      throw CannotListen(
        description:
          "cannot listen at \(address) port \(port): \(unsafe String(cString: strerror(errno)))")
    }
    unsafe daemon = started
    self.handler = handler
    self.port = unsafe hearsay_desk_port(started)
    handler.patience.begin()
  }

  /// Ends every connection and listens no more.
  package func stop() {
    handler.patience.end()
    unsafe MHD_stop_daemon(daemon)
  }

  /// What the callbacks share.
  private final class Handler: Sendable {
    let limits: Limits
    let answer: @Sendable (DeskRequest) -> DeskAnswer
    let patience: Patience

    init(limits: Limits, answer: @escaping @Sendable (DeskRequest) -> DeskAnswer) {
      self.limits = limits
      self.answer = answer
      patience = Patience(
        head: .seconds(limits.headSeconds), rest: .seconds(limits.restSeconds))
    }
  }

  /// A request whose body is still coming.
  private final class Arriving {
    var body: [UInt8] = []
    var isTooLarge = false
  }

  private static let handle: MHD_AccessHandlerCallback = {
    context, connection, url, method, _, data, count, state in
    guard let context = unsafe context, let connection = unsafe connection, let url = unsafe url,
      let method = unsafe method, let count = unsafe count, let state = unsafe state
    else { return hearsay_desk_no() }
    let handler = unsafe Unmanaged<Handler>.fromOpaque(context).takeUnretainedValue()
    let name = UInt(bitPattern: connection)
    guard let known = unsafe state.pointee else {
      handler.patience.comes(to: .rest, name)
      unsafe state.pointee = Unmanaged.passRetained(Arriving()).toOpaque()
      return hearsay_desk_yes()
    }
    let arriving = unsafe Unmanaged<Arriving>.fromOpaque(known).takeUnretainedValue()
    let type = unsafe value("Content-Type", of: connection)
    if unsafe count.pointee > 0 {
      let isForm = type?.hasPrefix("multipart/form-data") == true
      let limit = isForm ? handler.limits.fileBytes : handler.limits.bodyBytes
      if unsafe arriving.body.count + count.pointee > limit {
        arriving.isTooLarge = true
        arriving.body = []
      } else if !arriving.isTooLarge, let data = unsafe data {
        unsafe arriving.body.append(
          contentsOf: UnsafeRawBufferPointer(start: data, count: count.pointee))
      }
      unsafe count.pointee = 0
      return hearsay_desk_yes()
    }
    handler.patience.comes(to: .own, name)
    defer { handler.patience.comes(to: .rest, name) }
    let word = unsafe String(cString: method)
    let answer: DeskAnswer
    if arriving.isTooLarge {
      answer = DeskAnswer(413, type: "text/plain; charset=utf-8", body: Array("too large\n".utf8))
    } else if let method = DeskRequest.Method(rawValue: word) {
      let request = unsafe request(method, connection, url, arriving.body, type)
      answer = handler.answer(request)
    } else {
      answer = DeskAnswer(
        405, type: "text/plain; charset=utf-8", body: Array("the desk knows no \(word)\n".utf8))
    }
    return unsafe send(answer, connection)
  }

  private static let changed: MHD_NotifyConnectionCallback = { context, connection, _, what in
    guard let context = unsafe context, let connection = unsafe connection else { return }
    let patience = unsafe Unmanaged<Handler>.fromOpaque(context).takeUnretainedValue().patience
    if hearsay_desk_is_opening(what) != 0 {
      patience.opened(
        UInt(bitPattern: connection), socket: unsafe hearsay_desk_socket(connection))
    } else {
      patience.closed(UInt(bitPattern: connection))
    }
  }

  private static let completed: MHD_RequestCompletedCallback = { context, connection, state, _ in
    if let context = unsafe context, let connection = unsafe connection {
      unsafe Unmanaged<Handler>.fromOpaque(context).takeUnretainedValue().patience
        .comes(to: .head, UInt(bitPattern: connection))
    }
    guard let state = unsafe state, let known = unsafe state.pointee else { return }
    unsafe Unmanaged<Arriving>.fromOpaque(known).release()
    unsafe state.pointee = nil
  }

  private static func request(
    _ method: DeskRequest.Method, _ connection: OpaquePointer, _ url: UnsafePointer<CChar>,
    _ body: [UInt8], _ type: String?
  ) -> DeskRequest {
    // The library has undone the percent signs of the path; what is left of them is the page's own.
    var request = DeskRequest(method, "")
    let path = unsafe String(cString: url).replacing("%", with: "%25")
    request = DeskRequest(method, path)
    request.query = unsafe query(of: connection)
    request.host = unsafe value("Host", of: connection)
    request.origin = unsafe value("Origin", of: connection)
    request.cookies = cookies(unsafe value("Cookie", of: connection) ?? "")
    var peer = [CChar](repeating: 0, count: 64)
    unsafe hearsay_desk_peer(connection, &peer, 64)
    request.peer = String(
      decoding: peer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    if let type, let boundary = MultipartForm.boundary(of: type) {
      let form = MultipartForm(body, boundary: boundary)
      request.form = form.fields
      request.files = form.files
    } else if type?.hasPrefix("application/x-www-form-urlencoded") == true {
      request.form = FormCoding.pairs(String(decoding: body, as: UTF8.self))
    }
    return request
  }

  /// Gathers what is asked, in order.
  private final class Pairs { var pairs: [DeskRequest.Pair] = [] }

  private static func query(of connection: OpaquePointer) -> [DeskRequest.Pair] {
    let pairs = Pairs()
    unsafe hearsay_desk_arguments(
      connection,
      { context, _, name, value in
        guard let context = unsafe context, let name = unsafe name else {
          return hearsay_desk_yes()
        }
        let pairs = unsafe Unmanaged<Pairs>.fromOpaque(context).takeUnretainedValue()
        pairs.pairs.append(
          DeskRequest.Pair(
            name: unsafe String(cString: name),
            value: unsafe value.map { unsafe String(cString: $0) } ?? ""))
        return pairs.pairs.count < 200 ? hearsay_desk_yes() : hearsay_desk_no()
      }, Unmanaged.passUnretained(pairs).toOpaque())
    return pairs.pairs
  }

  private static func value(_ name: String, of connection: OpaquePointer) -> String? {
    unsafe hearsay_desk_head(connection, name).map {
      unsafe String(cString: $0)
    }
  }

  private static func cookies(_ text: String) -> [String: String] {
    var cookies: [String: String] = [:]
    for part in text.split(separator: ";").prefix(50) {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { continue }
      cookies[sides[0].trimmingPrefix(" ").description] = sides[1].description
    }
    return cookies
  }

  private static func send(_ answer: DeskAnswer, _ connection: OpaquePointer) -> MHD_Result {
    var body = answer.body
    let response = unsafe body.withUnsafeMutableBytes {
      unsafe hearsay_desk_copy($0.count, $0.baseAddress)
    }
    guard let response = unsafe response else { return hearsay_desk_no() }
    for line in DeskAnswer.always + answer.head {
      unsafe MHD_add_response_header(response, line.name, line.value)
    }
    let result = unsafe MHD_queue_response(connection, answer.status, response)
    unsafe MHD_destroy_response(response)
    return result
  }
}
