import HearsayLanguage

// Words and first names that tell whether "he" or "she" can mean a person.
// Source: compiled for Hearsay; common names only, none that both carry; licence as the project's. Date: 2026-11.

/// Whether a person is called "he" or "she", where the text tells.
enum Genders {
  enum Gender {
    case female, male
  }

  /// What titles, nouns, earlier pronouns and, last, the first name tell.
  static func gender(of mentions: [Mention], _ text: AnnotatedText) -> Gender? {
    for mention in mentions {
      let low = max(0, mention.tokens.lowerBound - 1)
      for index in low..<mention.tokens.upperBound {
        let lower = text.tokens[index].lower
        let isOwn = mention.tokens.contains(index)
        if mention.form == .pronoun || isOwn && mention.form == .nominal && index == mention.head
          || !isOwn || mention.form == .name
        {
          if female.contains(lower) { return .female }
          if male.contains(lower) { return .male }
        }
      }
      for index in mention.role ?? 0..<0 {
        if female.contains(text.tokens[index].lower) { return .female }
        if male.contains(text.tokens[index].lower) { return .male }
      }
    }
    let names = mentions.filter { $0.form == .name }
    let hasFullName = names.contains { $0.tokens.count > 1 }
    // A single name is a first name only where there is no fuller one.
    for mention in names where mention.tokens.count > 1 || !hasFullName {
      let first = text.tokens[mention.tokens.lowerBound].lower
      if femaleNames.contains(first) { return .female }
      if maleNames.contains(first) { return .male }
    }
    return nil
  }

  private static let female = words(
    """
    she her herself mrs. ms. mrs ms miss madam madame lady queen princess duchess woman girl mother daughter wife sister aunt \
    grandmother niece widow spokeswoman congresswoman chairwoman businesswoman policewoman actress nun businesswomen empress
    """)
  private static let male = words(
    """
    he him his himself mr. mr sir lord king prince duke man boy father son husband brother uncle grandfather nephew widower \
    spokesman congressman chairman businessman policeman actor monk emperor gunman
    """)
  private static let femaleNames = words(
    """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra ashley emily donna \
    michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela anna ruth brenda pamela \
    nicole katherine virginia catherine christine samantha debra janet rachel carolyn emma maria heather diane julie joyce \
    victoria christina joan evelyn lauren judith megan andrea cheryl hannah martha jacqueline frances gloria ann teresa kathryn \
    sara janice jean alice julia grace judy sophia rose theresa denise beverly amber marilyn danielle brittany diana natalie \
    hillary nikki kamala loretta melania ivanka condoleezza madeleine theresa angela marine aung benazir sonia fatima aisha \
    khadija leila layla zainab maryam mariam yasmin noor huda hanan olga irina svetlana tatiana natalia elena ekaterina yulia \
    oksana lucia carmen rosa ana isabel cristina dilma michelle ursula annegret christiane federica jacinda malala greta
    """)
  private static let maleNames = words(
    """
    james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven \
    paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan \
    stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron \
    jose adam nathan henry douglas zachary peter kyle ethan walter noah jeremy christian keith roger terry austin sean gerald \
    carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne \
    randy vincent mason roy ralph bobby russell bradley philip eugene barack mitt ted bernie bill jeb marco rick newt al \
    mohammed mohammad muhammad mohamed ahmed ahmad ali hassan hussein husayn omar khalid khaled ibrahim ismail mahmoud mustafa \
    yusuf youssef abdul abdullah saddam bashar hamid karim tariq nasser qasem qassem rashid saeed said salman vladimir dmitry \
    dmitri sergei sergey alexei aleksandr mikhail boris igor ivan viktor volodymyr petro nicolas emmanuel francois jacques pierre \
    luis carlos jorge miguel fidel raul hugo evo alvaro recep benjamin binyamin ehud ariel yasser narendra imran nawaz pervez
    """)

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }
}
