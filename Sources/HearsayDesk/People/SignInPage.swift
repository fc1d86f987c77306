/// Where people of a desk that others can reach say who they are.
struct SignInPage {
  let token: String
  let next: String
  var fault: String?

  var html: HTML {
    let name = HTML.void(
      "input",
      [
        .data("name", "name"), .data("autocomplete", "username"), .flag("required"),
        .flag("autofocus"), .data("maxlength", "100"),
      ])
    let password = HTML.void(
      "input",
      [
        .data("name", "password"), .data("type", "password"),
        .data("autocomplete", "current-password"), .flag("required"),
        .data("maxlength", "\(Passwords.longest)"),
      ])
    let form: HTML = [
      Parts.hidden("token", token), Parts.hidden("next", next),
      .tag("label", [], "Name " + name), .tag("label", [], "Password " + password),
      .tag("p", [], .tag("button", [.class("main")], "Sign in")),
    ]
    let main: HTML = [
      .tag("h1", [], "Hearsay"),
      fault.map { .tag("p", [.class("warning"), .data("role", "alert")], .text($0)) } ?? .none,
      .tag(
        "form",
        [.class("stack"), .data("method", "post"), .action(.page(["sign-in"]))], form),
      .tag(
        "p", [.class("quiet")],
        "Whoever runs this desk lets people in with " + .tag("code", [], "hearsay desk --add-user")
          + "."),
    ]
    return Frame.bare("Sign in", main)
  }
}
