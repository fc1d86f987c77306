/// Words that tell what a part of a page is for, in the names that its markup gives and in what it says.
///
/// Tables of words with bits, looked up by hash while bytes are read; no string is made for that.
struct PageVocabulary: Sendable {
  /// Bits of the words, by slot.
  private var hashes: [UInt64]
  private var bits: [UInt32]
  private let mask: Int

  /// A word's hash grows byte by byte (FNV-1a).
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The hash of a whole word.
  static func hash(of word: some StringProtocol) -> UInt64 {
    word.utf8.reduce(seed) { hash($0, $1) }
  }

  /// - Parameter groups: Words of each bit, separated by spaces.
  init(_ groups: [String]) {
    self.init(
      groups.enumerated().flatMap { group, words in
        words.split(separator: " ").map { word in
          (Self.hash(of: word), 1 << UInt32(group))
        }
      })
  }

  /// - Parameter words: Hashes of words with their bits; those of a word that comes again are added.
  init(_ words: [(hash: UInt64, bits: UInt32)]) {
    var slots = 64
    while slots < words.count * 4 { slots *= 2 }
    mask = slots - 1
    hashes = [UInt64](repeating: 0, count: slots)
    bits = [UInt32](repeating: 0, count: slots)
    for word in words {
      var slot = self.slot(word.hash)
      while hashes[slot] != 0, hashes[slot] != word.hash { slot = (slot + 1) & mask }
      hashes[slot] = word.hash
      bits[slot] |= word.bits
    }
  }

  private func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask }

  /// The bits of the word with this hash; none for a word that is not in the table.
  func groups(_ hash: UInt64) -> UInt32 {
    var slot = slot(hash)
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return bits[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }
}

extension PageVocabulary {
  /// What the parts of a page are called in class, id, role and itemprop: beginnings of words.
  enum Label: Int, CaseIterable {
    case content, comment, navigation, footer, header, sidebar, related, share, advert, form, meta,
      picture, author, hidden, intro, title
  }

  static let labels = PageVocabulary([
    // content
    "content article story post entry text body main maintext beitrag artikel inhalt copy richtext rich prose paragraph hentry single bodytext fliesstext contenido noticia contenu corps texto tekst treść testo articulo nota wysiwyg blog detail page document",
    // comment
    "comment kommentar commentaire comentario coment disqus repl respond discuss diskussion forum thread feedback opinion antwort commento reactie livefyre shout guestbook gästebuch",
    // navigation
    "nav menu menue breadcrumb crumb pagination pager paging toc skip tab topnav jump prev next siblings adjacent sitemap dropdown mega toggle accordion index",
    // footer
    "foot fuss bottom copyright impressum legal colophon disclaimer imprint closing end siteinfo license lizenz",
    // header
    "header head masthead banner logo top topbar kopf brand hero site",
    // sidebar
    "sidebar aside side widget rail right left secondary complementary column col marginal rand randspalte box infobox module block extra supplement plugin",
    // related
    "relat recommend more similar also teaser popular trend latest mostread most readmore list card carousel slide swiper gallery promo featur verwandt weiter aehnlich ahnlich empfehl mehr stories further mashup aufmacher tipp tip newest recent read link archive grid tile item topics thema themen playlist yarpp jp crp series",
    // share
    "share sharing social facebook twitter follow addtoany shariff like whatsapp sns instagram teilen sociable bookmark heateor sharedaddy addthis",
    // advert
    "ad ads advert adsense adslot sponsor anzeige werb outbrain taboola affiliate dfp gpt promotion publicidad publicite reklam shop product produkt cart warenkorb price preis buy",
    // form
    "newsletter subscri signup login register form search suche modal popup overlay cookie consent gdpr paywall dialog donat spend abo premium steady notice notification alert poll survey quiz umfrage vote rating message warning captcha mailchimp",
    // meta
    "meta date datum time author byline autor info tag tagcloud cat categor kategor posted publish label taxonom view print tool toolbar action button badge count icon details data topic keyword schlagwort ressort section stat",
    // picture
    "caption bildunterschrift credit image img photo foto figure media video audio player picture bild gallery thumb lightbox legend fotogalerie quelle source slideshow embed iframe",
    // author
    "bio about biograph autorenbox vcard profile avatar gravatar contributor writer team person user kontakt contact",
    // hidden
    "hidden hide sr screenreader screen visually invisible noprint printonly collapse offscreen assistive u a11y",
    // intro
    "lead lede intro summary excerpt subtitle subhead dek standfirst abstract vorspann description kicker deck chapeau teasertext untertitel subheadline sub einleitung anleser entradilla sommario",
    // title
    "title headline heading titel ueberschrift h1 hed hl titulo titre",
    "",
    // report
    "article post entry story news artikel beitrag blog main page single hentry noticia nota journal node",
    // body
    "content body text inhalt copy contenido contenu cuerpo corps texto",
    // consent
    "cookie consent gdpr ccpa cmp cmpbox onetrust didomi usercentrics iubenda truste trustarc qc quantcast lgpd dsgvo",
  ])

  /// What parts of a page say: whole words in lower case.
  enum Saying: Int, CaseIterable {
    case function, social, comment, navigation, credit, meta, legal, advert
  }

  static let sayings = PageVocabulary([
    // function words
    "the of and to in that is was for on with said by at it as be are from this an have has had were not but or they his her he she we you i which who will would can their its been more about when there one all if so what our your my into than out up no do how us also after over some just der die und das nicht ist von den mit ein eine auf dem zu des im für sich auch als wird werden es an sie er wir ich aus bei nach wie dass oder aber war hat haben sind einen einer einem zur zum noch nur über so man durch vor bis mehr wenn kann sein was diese dieser unter um am vom ihre seine uns hier doch wurde le les de des et est une dans pour qui que du sur au pas la un en par il elle ce sont avec plus ne se nous vous mais ou été aux cette son sa ses leur comme el los las y una por del con para su lo no más como al pero sus fue ha este si ya entre cuando todo esta son o os e não uma em com da do dos das se na no mais foi ao pelo il che di è per non della sono gli nel anche più una dei le alla ma het een van en niet dat op met voor zijn te aan er ook naar bij nog maar om dan wel nie się na jest że do w z to przez oraz jak po od och att som på är av för med den till inte och det har jag ve bir bu için ile daha çok olarak",
    // social
    "facebook twitter instagram whatsapp pinterest linkedin youtube telegram xing tumblr reddit tweet tweets tweeten twittern teilen share shares shared sharing follow folgen like likes rss feed email e-mail mail pdf drucken print ausdrucken partager compartir compartilhar threads mastodon bluesky flipboard snapchat tiktok app messenger weiterempfehlen merken gefällt",
    // comment
    "comment comments kommentar kommentare kommentieren reply replies antworten antwort antworte leave commentaires commentaire comentarios comentario commenti says schrieb schreibt sagt eingeloggt angemeldet logged respond responses discussion diskussion permalink moderiert trackback trackbacks pingback pingbacks veröffentlicht adresse erforderliche felder markiert zitieren melden",
    // navigation
    "more mehr weiterlesen lesen read continue next previous zurück weiter home startseite menu menü search suche suchen login sign log anmelden abmelden registrieren abonnieren subscribe newsletter click klick klicken hier view show all alle anzeigen ansehen older newer artikel articles article related verwandte ähnliche similar popular beliebte latest neueste aktuelle top meistgelesen gelesen übersicht seite page pages überblick nächster vorheriger nächste vorherige beitrag beiträge posts post see also siehe auch thema themen topics archiv archive lire suivant précédent suite leer siguiente anterior nach oben back skip springen inhalt navigation schließen close öffnen open download downloads jetzt now",
    // credit
    "foto fotos photo photos image images bild bilder picture getty afp reuters dpa ap epa imago shutterstock istock pixabay unsplash quelle source sources credit credits archivbild symbolbild fotocredit bildquelle flickr wikimedia picture-alliance video videos grafik screenshot caption photograph pexels illustration fotolia fotografie bildnachweis ©",
    // meta
    "posted published publiziert updated aktualisiert aktualisierung stand uhr am by von author autor autorin autoren filed tags tagged tag category categories kategorie kategorien schlagwörter schlagworte ressort geschrieben erstellt datum date min minuten minutes lesezeit lesedauer reading words januar februar märz april mai juni juli august september oktober november dezember january february march may june july october december jan feb mar apr jun jul aug sep sept okt oct nov dez dec montag dienstag mittwoch donnerstag freitag samstag sonntag monday tuesday wednesday thursday friday saturday sunday edited redaktion redakteur about bio über autorenprofil pm edt est gmt",
    // legal
    "cookie cookies datenschutz datenschutzerklärung datenschutzbestimmungen impressum agb privacy policy terms copyright rights reserved rechte vorbehalten lizenz license licensed cc nutzungsbedingungen disclaimer haftungsausschluss zustimmen akzeptieren accept consent einwilligung gdpr dsgvo legal mentions droits aviso derechos kontakt contact contactez telefon tel fax registered",
    // advert
    "anzeige werbung advertisement advertising ad ads sponsored sponsor gesponsert shop kaufen buy kauf warenkorb versand mwst inkl zzgl price preis preise angebot angebote rabatt amazon affiliate donate donation spenden spende unterstützen unterstützt support abo abonnement abonnent premium testen kostenlos gratis free jetzt bestellen order subscriber subscribers subscribing subscriptions newsletters inbox laufenden verpassen verpasse abonnements mitgliedschaft join contribute spam kostenfrei exklusiv exclusive welcome offer offers gutschein code login-daten paywall unlimited trial probeabo monat monatlich patreon paypal mitglied werden member membership subscription werbeblocker adblocker",
  ])
}
