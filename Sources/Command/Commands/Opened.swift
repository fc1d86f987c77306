import HearsayDesk
import Synchronization

/// A desk that is opened after its server, which must be there first to know its port.
final class Opened: Sendable {
  let desk = Mutex<Desk?>(nil)
}
