/// The lemmas of cues, for the forms of known words only.
enum CueLexicon {
  static let verbLemmas = Set(verbs.split(whereSeparator: \.isWhitespace).map(String.init))
  static let nounLemmas = Set(nouns.split(whereSeparator: \.isWhitespace).map(String.init))

  private static let verbs = """
    accept accuse acknowledge add admit advise advocate agree allege allude announce answer
    anticipate apologise apologize appeal applaud argue ask assert assume assure attack attribute
    beg believe beseech blame blast boast brag brand brief call cast castigate caution challenge
    chant characterise characterize charge chide cite claim command commend comment commit complain
    concede conclude concur condemn confess confirm congratulate consider contend contest continue
    convince corroborate criticise criticize declare decline decry defend demand denounce deny
    deplore describe detail disavow disclaim disclose dismiss disown dispute distance doubt dread
    dub emphasise emphasize encourage endorse estimate exhort expect explain express fault fear feel
    find forecast guarantee guess hail highlight hint hold hope implicate implore imply indicate
    inform insinuate insist instruct intend issue joke know label lambast lambaste lament laud lay
    learn maintain make mention mock mourn note notify observe offer order outline persuade pin
    place plan pledge point post praise predict press project promise propose protest put question
    quip quote raise rebuke rebut recall recognise recognize recommend recount refer refuse refute
    regard regret reiterate reject relate remark remind renounce repeat reply report request respond
    retract reveal rip say see seek shout show signal slam speculate state stress suggest suspect
    swear take tell term testify thank think threaten tweet underline underscore understand urge
    verify view vow want warn welcome wish withdraw wonder worry write yell
    """
  private static let nouns = """
    accusation acknowledgement admission allegation announcement apology appeal assertion assessment
    assurance belief blame call charge claim complaint concern condemnation confirmation criticism
    demand denial denunciation dispute doubt estimate fear finding forecast hint hope opinion plea
    pledge praise prediction promise rejection report request rumor rumour speculation statement
    suggestion suspicion theory threat view vow warning worry
    """
}
