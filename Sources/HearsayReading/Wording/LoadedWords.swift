// Words that judge while they tell.
// Source: compiled for Hearsay; clear cases only, each with its forms; licence as the project's. Date: 2026-11.

/// The table of loaded words.
enum LoadedWords {
  /// Whether a word, in lower case, judges what it names.
  static func contains(_ lower: String) -> Bool { words.contains(lower) }

  private static let words: Set<String> = Set(
    """
    cowardly coward cowards heinous barbaric barbarous barbarity savage savages savagely savagery brutal brutally brutality \
    vicious viciously evil evildoers monstrous monster monsters despicable abhorrent vile depraved bloodthirsty bloodbath \
    butcher butchers butchered butchery slaughtered slaughtering carnage gruesome grisly \
    merciless mercilessly ruthless ruthlessly callous callously wanton sadistic diabolical satanic demonic \
    regime regimes tyrant tyrants tyranny tyrannical despot despotic dictatorial strongman warlord warlords \
    henchman henchmen crony cronies goon goons thug thugs thuggish hordes horde \
    puppet puppets stooge stooges lackey lackeys mouthpiece apologist apologists propagandist propaganda \
    sinister shady dubious murky nefarious insidious cynical cynically devious scheming treacherous treachery traitor traitors \
    traitorous perfidious perfidy cabal \
    shameful shamefully shameless shamelessly disgraceful disgrace disgraced scandalous outrageous outrageously appalling \
    appallingly deplorable pathetic pathetically ludicrous ludicrously laughable absurd absurdly ridiculous preposterous \
    farcical farce sham bogus phony phoney idiotic moronic stupid stupidly insane insanity lunatic lunatics deranged unhinged \
    crazed fanatic fanatics fanatical zealot zealots rabid hysterical hysteria hysterically frenzied rant rants ranted \
    ranting tirade diatribe bluster blustering rambling screed spewed spewing spouted parroting crowed gloated gloating \
    whined whining sneered sneering smirked scoffed bragged \
    humiliating humiliated humiliation bigtime disastrous disastrously catastrophic catastrophically calamitous \
    draconian orwellian witch-hunt bullying bully bullied strong-armed \
        valiant valiantly \
    freedom-fighter freedom-fighters patriotic liberators \
      hardline hardliner hardliners infidel infidels heretic heretics crusader crusaders \
    vermin scum illegals \
    notorious notoriously infamous infamously embattled beleaguered firebrand bombshell jaw-dropping \
      shocking shockingly blistering scathing \
      wildly blatant blatantly flagrant flagrantly brazen brazenly egregious egregiously \
    provocative provocation provocations inflammatory incendiary vitriolic vitriol venomous
    """.split(separator: " ").map(String.init))
}
