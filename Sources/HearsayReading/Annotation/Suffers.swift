/// Whose subject suffers what a verb tells, where it has no object: the values of the facet `suffered`.
enum Suffers: String {
  /// Whoever that is, in headlines: "Mayor abducted".
  case any
  /// Whoever aims at nobody, in headlines: "Man shot twice".
  case unaimed
  /// A thing alone, in headlines: "Embassy attacked".
  case thing
  /// Whoever that is, anywhere: "Nine miners died."
  case always
  /// Nobody: it neither does nor suffers anything, "The car blew up."
  case itself
  /// Whoever gets what is told, with an object or without, anywhere: "Sorrat received aid from Karvenia."
  case gets
}
