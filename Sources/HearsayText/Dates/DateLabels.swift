// Words that stand before dates on pages, and in the class names of what holds them. Compiled for Hearsay from general
// knowledge of the languages and of publishing systems. Date: 2026-11.

/// What the words around a date, and the names of the elements that hold it, say of it.
enum DateLabels {
  enum Meaning: Hashable {
    /// First publication, change, or something that is not the report's.
    case published, changed, other
  }

  /// What one folded word before a date says of it.
  static func meaning(ofWord word: String) -> Meaning? {
    if published.contains(word) { return .published }
    if changed.contains(word) { return .changed }
    if other.contains(word) { return .other }
    guard let first = word.unicodeScalars.first, first.value > 0x2E80 else { return nil }
    if ["更新", "修改", "수정", "変更"].contains(where: word.contains) { return .changed }
    return ["发布", "發布", "发表", "發表", "公開", "掲載", "配信", "投稿", "日期", "时间", "입력", "등록", "작성", "기사"]
      .contains(where: word.contains) ? .published : nil
  }

  /// What a verb that stands behind the date says of it.
  static func meaning(ofVerbBehind word: String) -> Meaning? {
    switch word {
    case "gepostet", "veroffentlicht", "publiziert", "geschrieben", "eingestellt", "erstellt",
      "yayinlandi",
      "yayinlanmistir", "eklendi", "kozzeteve", "投稿", "公開", "掲載", "配信", "発表", "发布", "發布", "입력",
      "등록":
      .published
    case "aktualisiert", "geandert", "bearbeitet", "guncellendi", "更新", "수정": .changed
    default: nil
    }
  }

  private static let published = words(
    """
    published publish publication posted post date dated written issued released created online erschienen veroffentlicht \
    veroffentlichung erstellt eingestellt datum vom publiziert geschrieben gepostet publie publiee paru parue ligne \
    ecrit cree creee publicado publicada publicacion publicacao fecha data escrito creado postado pubblicato pubblicata \
    pubblicazione inserito scritto postato gepubliceerd geplaatst verschenen publicerad publicerades publisert publiceret \
    offentliggjort udgivet skrevet lagt julkaistu opublikowano opublikowany dodano utworzono zverejneno publikovano vydano \
    zverejnene publikovane vlozeno objavljeno objavleno kozzeteve megjelent letrehozva publicat postat yayin yayinlanma \
    yayinlandi eklenme tarih tarihi giris опубликовано дата публикации размещено добавлено создано опубліковано \
    публікації публикувано δημοσιευση δημοσιευτηκε δημοσιευθηκε ημερομηνια نشر تاريخ النشر تاریخ انتشار ngay dang \
    diterbitkan dipublikasikan tanggal diposting paskelbta publicets avaldatud objavljen
    """)

  private static let changed = words(
    """
    updated update modified modification edited edit revised revision changed change aktualisiert aktualisierung geandert \
    anderung bearbeitet bearbeitung stand uberarbeitet jour modifie modifiee maj actualise actualizado actualizada actualizacion \
    modificado modificada atualizado atualizada atualizacao aggiornato aggiornata aggiornamento modifica modificato bijgewerkt \
    gewijzigd uppdaterad uppdaterades andrad oppdatert opdateret paivitetty muokattu zaktualizowano aktualizacja modyfikacja \
    aktualizace aktualizovano aktualizovane azurirano posodobljeno frissitve modositva actualizat modificat guncelleme \
    guncellenme guncellendi duzenleme обновлено обновление обновлена изменено изменения оновлено ενημερωση ενημερωθηκε \
    ανανεωση تحديث nhat diperbarui atnaujinta atjaunots uuendatud
    """)

  private static let other = words(
    """
    born geboren ne nee nacido nato until bis deadline expires gultig valid since seit depuis desde termin event veranstaltung \
    beginn start starts ende ends joined registered registriert mitglied member retrieved accessed abgerufen consulte copyright \
    copyrighted died gestorben between zwischen through valable founded gegrundet
    """)

  /// What the class names of an element say of a date in it, and how much that counts.
  struct Label {
    var meaning: Meaning
    var weight: Double
  }

  static func label(_ labels: String) -> Label? {
    let found = sets.found(in: labels)
    func has(_ set: Int) -> Bool { found & (1 << UInt32(set)) != 0 }
    let isPublished = has(0)
    // Themes that call the day of publication "updated" call it "published" or "entry-date" too.
    if has(1), !isPublished { return Label(meaning: .changed, weight: 12) }
    if isPublished { return Label(meaning: .published, weight: 30) }
    if has(2) {
      let names = labels.split { !$0.isLetter }
      if names.contains(where: dateNames.contains) { return Label(meaning: .published, weight: 20) }
    }
    if has(3) { return Label(meaning: .published, weight: 16) }
    return has(4) ? Label(meaning: .published, weight: 10) : nil
  }

  private static let sets = SubstringSets([
    publishedLabels, changedLabels, dateNames.map(String.init), dateLabels, metaLabels,
    foreignLabels, commentLabels, otherReports, outskirts,
  ])

  private static let publishedLabels = [
    "publish", "pubdate", "pub-date", "pub_date", "posted", "entry-date", "entrydate", "post-date",
    "postdate", "post_date", "date-header", "dateline", "created", "creation", "article-date",
    "articledate", "article__date", "article_date", "news-date", "newsdate", "news_date",
    "veroeffentlich", "veröffentlich", "publie", "publicad", "fecha-pub", "pubtime", "post-time",
    "date-published", "story-date", "blog-date", "first-published", "article-time", "post-created",
    "press-date", "publication", "erschein",
  ]
  private static let changedLabels = [
    "updated", "modified", "lastmod", "last-mod", "last_mod", "update", "changed", "lastedit",
    "aktualis", "actualiz", "aggiorn",
  ]
  private static let dateNames: Set<Substring> = [
    "date", "datum", "fecha", "data", "dato", "tarih", "tarihi", "dat", "day", "time", "zeit",
    "calendar",
    "ngay", "stamp", "pvm",
  ]
  private static let dateLabels = [
    "date", "datum", "fecha", "tarih", "time-", "-time", "timestamp",
  ]
  private static let metaLabels = [
    "meta", "byline", "author", "info", "submitted", "kicker", "topline", "subtitle", "header",
    "details", "credit", "overline", "roofline", "subline", "dachzeile", "autor", "title",
  ]

  /// What an element beside the story takes away from dates in it.
  static let aside = 30.0

  /// How much an element takes away from dates in it that holds something beside the story; by its name and labels.
  static func penalty(name: String, labels: String) -> Double {
    switch name {
    case "aside", "nav": return aside
    case "select", "option", "form": return 40
    case "footer":
      return ["entry", "post", "article", "meta"].contains(where: labels.contains) ? 4 : outskirt
    default: break
    }
    if labels.isEmpty { return 0 }
    let found = sets.found(in: labels) >> 5
    if found & 1 != 0 { return 100 }
    if found & 2 != 0 { return 100 }
    if found & 4 != 0 { return 30 }
    return found & 8 != 0 ? outskirt : 0
  }

  /// What the outskirts of a page take away: less where words say what the date is.
  static let outskirt = 25.0

  /// What an archive of pages adds to them.
  private static let foreignLabels = ["wm-ipp", "wm-tb", "cookie", "consent"]
  private static let commentLabels = [
    "comment", "kommentar", "respond", "replies", "reply", "disqus", "discussion", "reactions",
  ]
  private static let otherReports = [
    "sidebar", "related", "teaser", "recommend", "popular", "latest", "recent", "archive",
    "similar",
    "ticker", "carousel", "slider", "slick", "swiper", "trending", "mostread", "most-read", "navig",
    "menu", "breadcrumb", "promo", "banner", "modal", "upcoming", "newsletter", "linklist",
    "newsfeed", "tweet", "twitter", "instagram", "facebook",
  ]
  private static let outskirts = [
    "footer", "widget", "calendar", "event", "more-", "aside", "next", "prev", "infobox",
    "copyright", "gallery", "veranstaltung", "termin", "marginal",
  ]

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }
}
