// Names of months as dates are written with them, in lower case and without accents on Latin and Greek letters.
// Compiled for Hearsay from general knowledge of the languages. Date: 2026-11.

/// The number of a month by its name or abbreviation in any of the languages that news pages are found in.
enum MonthNames {
  /// The month that a folded word names; `language` decides between languages that disagree.
  static func number(_ word: String, language: String?) -> Int? {
    if let language, let month = disagreeing[language]?[word] { return month }
    return numbers[word]
  }

  /// The month that two folded words name together: the Syrian names of Arabic.
  static func number(_ first: String, _ second: String) -> Int? {
    pairs[first + " " + second]
  }

  private static let disagreeing: [String: [String: Int]] = [
    "hr": ["listopad": 10, "listopada": 10, "lis": 10, "srp": 7, "tra": 4, "svi": 5],
    "bs": ["listopad": 10, "listopada": 10],
    "cs": ["srp": 8, "lis": 11],
  ]

  private static let pairs: [String: Int] = [
    "كانون الثاني": 1, "كانون الاول": 12, "كانون الأول": 12, "تشرين الاول": 10, "تشرين الأول": 10,
    "تشرين الثاني": 11,
  ]

  private static let numbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    for row in rows {
      for (index, names) in row.split(separator: " ").enumerated() {
        for name in names.split(separator: ",") where numbers[String(name)] == nil {
          numbers[String(name)] = index + 1
        }
      }
    }
    return numbers
  }()

  /// Twelve months a row, names of one month with commas between; of two rows that disagree the upper one counts.
  private static let rows: [String] = [
    // English, German, Dutch, Nordic
    "january,jan february,feb,febr march,mar april,apr may june,jun july,jul august,aug september,sep,sept,spt october,oct november,nov december,dec",
    "januar,janner,jaenner,jan februar,feber,feb marz,maerz,mrz,mar april,apr mai juni,jun juli,jul august,aug september,sep,sept oktober,okt november,nov dezember,dez",
    "januari,jan februari,feb maart,mrt april,apr mei juni,jun juli,jul augustus,aug september,sep oktober,okt november,nov december,dec",
    "januari,januar februari,februar mars,marts april maj,mai juni juli augusti,august september oktober november december,desember,des",
    "januar februar mars april mai juni juli agust september oktober november desember",
    "tammikuuta,tammikuu,tammikuun helmikuuta,helmikuu,helmikuun maaliskuuta,maaliskuu,maaliskuun huhtikuuta,huhtikuu,huhtikuun toukokuuta,toukokuu,toukokuun kesakuuta,kesakuu,kesakuun heinakuuta,heinakuu,heinakuun elokuuta,elokuu,elokuun syyskuuta,syyskuu,syyskuun lokakuuta,lokakuu,lokakuun marraskuuta,marraskuu,marraskuun joulukuuta,joulukuu,joulukuun",
    "janúar,januar februar mars april mai juni juli agust september oktober november desember",
    // Romance
    "janvier,janv fevrier,fevr,fev mars avril,avr mai juin juillet,juil,jui aout,aou septembre,sept octobre,oct novembre,nov decembre,dec",
    "enero,ene febrero,feb marzo,mar abril,abr mayo,may junio,jun julio,jul agosto,ago septiembre,setiembre,sept,sep,set octubre,oct noviembre,nov diciembre,dic",
    "gennaio,gen,genn febbraio,feb,febb marzo,mar aprile,apr maggio,mag giugno,giu luglio,lug agosto,ago settembre,set,sett ottobre,ott novembre,nov dicembre,dic",
    "janeiro,jan fevereiro,fev marco,mar abril,abr maio,mai junho,jun julho,jul agosto,ago setembro,set outubro,out novembro,nov dezembro,dez",
    "ianuarie,ian februarie,feb martie,mart aprilie,apr mai iunie,iun iulie,iul august,aug septembrie,sept octombrie,oct noiembrie,noi,nov decembrie,dec",
    "gener,gen febrer,febr marc abril,abr maig juny,jun juliol,jul agost,ag setembre,set octubre,oct novembre,nov desembre,des",
    "xaneiro,xan febreiro,feb marzo abril maio xuno,xun xullo,xul agosto setembro outubro,out novembro decembro",
    // Slavic, Latin letters
    "stycznia,styczen,sty lutego,luty,lut marca,marzec,mar kwietnia,kwiecien,kwi maja,maj czerwca,czerwiec,cze lipca,lipiec,lip sierpnia,sierpien,sie wrzesnia,wrzesien,wrz pazdziernika,pazdziernik,paz listopada,listopad,lis grudnia,grudzien,gru",
    "ledna,leden,led unora,unor,uno brezna,brezen,bre dubna,duben,dub kvetna,kveten,kve cervna,cerven,cvn cervence,cervenec,cvc srpna,srpen,srp zari,zar rijna,rijen,rij listopadu,listopad prosince,prosinec",
    "januara,januar februara,februar marca,marec aprila,april maja,maj juna,jun jula,jul augusta,august septembra,september oktobra,oktober novembra,november decembra,december",
    "sijecnja,sijecanj,sij veljace,veljaca,velj ozujka,ozujak,ozu travnja,travanj,tra svibnja,svibanj,svi lipnja,lipanj srpnja,srpanj kolovoza,kolovoz,kol rujna,rujan,ruj listopada studenoga,studenog,studeni,stu prosinca,prosinac",
    "januarja,januar februarja,februar marca,marec aprila,april maja,maj junija,junij julija,julij avgusta,avgust,avg septembra,september oktobra,oktober novembra,november decembra,december",
    // Slavic, Cyrillic letters
    "января,январь,янв февраля,февраль,фев,февр марта,март,мар апреля,апрель,апр мая,май июня,июнь,июн июля,июль,июл августа,август,авг сентября,сентябрь,сен,сент октября,октябрь,окт ноября,ноябрь,ноя,нояб декабря,декабрь,дек",
    "січня,січень,січ лютого,лютий,лют березня,березень,бер квітня,квітень,квіт,кві травня,травень,трав,тра червня,червень,черв,чер липня,липень,лип серпня,серпень,серп,сер вересня,вересень,вер жовтня,жовтень,жовт,жов листопада,листопад,лист,лис грудня,грудень,груд,гру",
    "студзеня,студзень лютага,люты сакавіка,сакавік красавіка,красавік мая,травеня чэрвеня,чэрвень ліпеня,ліпень жніўня,жнівень верасня,верасень кастрычніка,кастрычнік лістапада,лістапад снежня,снежань",
    "януари,ян февруари,фев март април,апр май юни юли август,авг септември,септ,сеп октомври,окт ноември,ноем,ное декември,дек",
    "јануар,јануара,јануари,јан фебруар,фебруара,фебруари,феб марта април,априла мај,маја јун,јуна,јуни јул,јула,јули августа септембар,септембра октобар,октобра новембар,новембра децембар,децембра,декември",
    // Greek, Baltic, Uralic, Turkic, Albanian, Basque, Celtic, Maltese
    "ιανουαριου,ιανουαριος,ιαν φεβρουαριου,φεβρουαριος,φεβ μαρτιου,μαρτιος,μαρ απριλιου,απριλιος,απρ μαιου,μαιος,μαι ιουνιου,ιουνιος,ιουν ιουλιου,ιουλιος,ιουλ αυγουστου,αυγουστος,αυγ σεπτεμβριου,σεπτεμβριος,σεπ,σεπτ οκτωβριου,οκτωβριος,οκτ νοεμβριου,νοεμβριος,νοε,νοεμ δεκεμβριου,δεκεμβριος,δεκ",
    "sausio,sausis vasario,vasaris kovo,kovas balandzio,balandis geguzes,geguze birzelio,birzelis liepos,liepa rugpjucio,rugpjutis rugsejo,rugsejis spalio,spalis lapkricio,lapkritis gruodzio,gruodis",
    "janvaris,janvari,janvara februaris,februari marts,marta aprilis,aprili maijs,maija junijs,junija julijs,julija augusts,augusta septembris,septembri oktobris,oktobri novembris,novembri decembris,decembri",
    "jaanuar,jaan veebruar,veebr marts,marts aprill,apr mai juuni juuli august september,sept oktoober,okt november detsember,dets",
    "januar,januar februar,febr marcius,marc aprilis,apr majus,maj junius,jun julius,jul augusztus,aug szeptember,szept oktober,okt november,nov december,dec",
    "ocak,oca subat,sub mart,mar nisan,nis mayis,may haziran,haz temmuz,tem agustos,agu eylul,eyl ekim,eki kasim,kas aralik,ara",
    "yanvar fevral mart aprel may iyun iyul avqust,avgust sentyabr oktyabr noyabr dekabr",
    "janar shkurt mars prill maj qershor korrik gusht shtator tetor nentor dhjetor",
    "urtarrila,urtarrilaren otsaila,otsailaren martxoa,martxoaren apirila,apirilaren maiatza,maiatzaren ekaina,ekainaren uztaila,uztailaren abuztua,abuztuaren iraila,irailaren urria,urriaren azaroa,azaroaren abendua,abenduaren",
    "eanair feabhra marta aibrean bealtaine meitheamh iuil lunasa,lughnasa meanfomhair deireadh samhain nollaig",
    "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr",
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    // Indonesian, Malay, Swahili, Filipino
    "januari februari,pebruari,peb maret april mei juni juli agustus,agu,agt september oktober november,nop desember",
    "januari februari mac april mei jun julai ogos,ogo september oktober november disember,dis",
    "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba",
    "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre",
    // Arabic as in Egypt, the Maghreb, the Levant; Hebrew
    "يناير فبراير مارس ابريل,أبريل,إبريل مايو يونيو,يونية يوليو,يولية اغسطس,أغسطس سبتمبر اكتوبر,أكتوبر نوفمبر ديسمبر",
    "جانفي فيفري مارس افريل,أفريل ماي جوان جويلية اوت,أوت سبتمبر اكتوبر نوفمبر ديسمبر",
    "- شباط اذار,آذار نيسان ايار,أيار حزيران تموز اب,آب ايلول,أيلول - - -",
    "ינואר,בינואר פברואר,בפברואר מרץ,במרץ,מרס אפריל,באפריל מאי,במאי יוני,ביוני יולי,ביולי אוגוסט,באוגוסט ספטמבר,בספטמבר אוקטובר,באוקטובר נובמבר,בנובמבר דצמבר,בדצמבר",
    // Persian for the Gregorian months, Urdu, Hindi, Bengali, Tamil, Thai
    "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    "जनवरी,जन फरवरी,फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर,सितम्बर अक्टूबर,अक्तूबर नवंबर,नवम्बर दिसंबर,दिसम्बर",
    "जानेवारी फेब्रुवारी मार्च एप्रिल मे जून जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर",
    "জানুয়ারি,জানুয়ারী ফেব্রুয়ারি,ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট,আগষ্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்",
    "มกราคม,มค กุมภาพันธ์,กพ มีนาคม,มีค เมษายน,เมย พฤษภาคม,พค มิถุนายน,มิย กรกฎาคม,กค สิงหาคม,สค กันยายน,กย ตุลาคม,ตค พฤศจิกายน,พย ธันวาคม,ธค",
    // Armenian, Georgian
    "հունվարի,հունվար փետրվարի,փետրվար մարտի,մարտ ապրիլի,ապրիլ մայիսի,մայիս հունիսի,հունիս հուլիսի,հուլիս օգոստոսի,օգոստոս սեպտեմբերի,սեպտեմբեր հոկտեմբերի,հոկտեմբեր նոյեմբերի,նոյեմբեր դեկտեմբերի,դեկտեմբեր",
    "იანვარი,იან თებერვალი,თებ მარტი,მარ აპრილი,აპრ მაისი,მაი ივნისი,ივნ ივლისი,ივლ აგვისტო,აგვ სექტემბერი,სექ ოქტომბერი,ოქტ ნოემბერი,ნოე დეკემბერი,დეკ",
  ]
}

/// Months of the Persian solar calendar, by number.
enum PersianMonths {
  static func number(_ word: String) -> Int? { numbers[word] }

  private static let numbers: [String: Int] = [
    "فروردین": 1, "فروردين": 1, "اردیبهشت": 2, "ارديبهشت": 2, "خرداد": 3, "تیر": 4, "تير": 4,
    "مرداد": 5, "امرداد": 5, "شهریور": 6, "شهريور": 6, "مهر": 7, "آبان": 8, "ابان": 8, "آذر": 9,
    "اذر": 9, "دی": 10, "دي": 10, "بهمن": 11, "اسفند": 12,
  ]
}
