import FoundationEssentials
import HearsayLedger

// Who is it? On a desk that only this machine reaches, whoever uses the machine; on others, whoever has signed in.
extension Desk {
  /// Who asks, or what is to be answered before anything else.
  struct Who {
    var person = ""
    var role = Visit.Role.read
    var answer: DeskAnswer?
  }

  func who(_ request: DeskRequest, _ session: String) throws -> Who {
    guard setting.asksWho else { return Who(person: setting.person, role: .admin) }
    let now = setting.now()
    if request.path == ["sign-in"] {
      return Who(answer: try signIn(request, session, now))
    }
    guard let name = signedIn.person(of: session, now: now),
      let person = try file?.people().first(where: { $0.name == name })
    else {
      guard request.method != .post, request.suffix == nil else {
        return Who(
          answer: DeskAnswer(
            401, type: "text/plain; charset=utf-8", body: Array("sign in first\n".utf8)))
      }
      let there = Link.page(request.path, request.query.map { ($0.name, $0.value) })
      return Who(answer: .see(.page(["sign-in"], [("next", there.text)])))
    }
    return Who(person: person.name, role: person.role)
  }

  private func signIn(
    _ request: DeskRequest, _ session: String, _ now: Date
  ) throws -> DeskAnswer {
    let next = request.asked("next") ?? request.field("next") ?? "/"
    func page(_ fault: String?, _ status: UInt32) -> DeskAnswer {
      .page(
        SignInPage(token: door.token(of: session), next: next, fault: fault).html, status: status)
    }
    guard request.method == .post else { return page(nil, 200) }
    let name = request.field("name") ?? ""
    let password = request.field("password") ?? ""
    let keys = ["name " + name.prefix(100), "from " + request.peer]
    guard !signedIn.mustWait(keys, now: now) else {
      return page("Too many wrong passwords: wait a quarter of an hour.", 429)
    }
    let person = try file?.people().first { $0.name == name }
    // A name that nobody has takes as long as one with a wrong password.
    let isRight =
      password.utf8.count <= Passwords.longest
      && Passwords.isRight(password, person?.digest ?? Passwords.nobody)
    guard isRight, let person else {
      signedIn.fail(keys, now: now)
      return page("Name and password do not fit.", 403)
    }
    // A new session, so that nobody can have prepared it.
    signedIn.remove(session)
    let fresh = Door.newSession()
    signedIn.add(fresh, person.name, now: now)
    var answer = DeskAnswer.see(Self.next(next))
    answer.head.append(cookie(fresh))
    return answer
  }

  func signOut(_ visit: Visit) -> DeskAnswer {
    if let session = visit.request.cookies["desk"] { signedIn.remove(session) }
    return .see(.page(["sign-in"]))
  }
}
