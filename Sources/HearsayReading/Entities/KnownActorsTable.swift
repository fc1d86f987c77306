// Made by Training/build_actors.py from the Phoenix actor dictionaries (Open Event Data Alliance, MIT), 2026-11.
// Names of armed groups, international bodies and organisations with their CAMEO codes; undated entries only.
// swift-format-ignore-file

/// The table of known actors: kind, code, then names in lower case between bars.
enum KnownActorsTable {
  static let lines = """
    armedGroup	AFGREB	freedom pary of afghanistan|groupe combattant tunisien|hezb-e azadi-ye afghanistan|hizb-e-islami|hizb-i-islami|hizbul-i-islami|jaish-ul-muslimin|mujahideen message|saif-ul-muslimeen|saif-ul-muslimeen lashkar jihad|sword of muslims|taleban|taliban|tunisian combat group|tunisian combatant group|tunisian islamic fighting group
    armedGroup	AFRREB	al-qaeda committee in the islamic maghreb|al-qaeda organization in the islamic maghreb|movement for democracy and development|movement for development and democracy|national patriotic front of liberia|salafist group for call and combat|salafist group for preaching and combat
    armedGroup	AGOREB	flec-renewed|front for the liberation of the cabinda enclave|front for the liberation of the cabinda enclave - renewed|popular movement for the liberation of angola|popular movement for the liberation of angola-party of labor
    armedGroup	ANGREB	national union for the total independence of angola|unita
    armedGroup	ARGREB	argentine anti-communist alliance|argentine committee of the struggle against imperialism|che guevara anti-imperialist command|che guevara brigade|che guevara commando|che guevara international brigade|colonel dorrego anti-imperialist command|comite argentino de lucha anti-imperialisto|dario santillan command|eva peron organization|frente de liberacion nacional del vietnam del sur|mariano moreno national liberation commando|montonero peronist movement|montoneros|people's revolutionary organization|peronist armed forces|triple a
    armedGroup	ASAREB	east turkistan liberation organization|eastern turkistan liberation organization|national socialist council of nagaland-khaplang|people's revolutionary party of kangleipak|prepak|united national liberation front
    armedGroup	AUSREB	greek bulgarian armenian front
    armedGroup	AUTREB	cell for internationalism|red daughters of rage
    armedGroup	BELREB	collectif des prisonniers des cellules communistes combattantes|communist combatant cells|revolutionary front for proletarian action|syrian mujahideen
    armedGroup	BGDREB	awakened muslim masses of bangladesh|chittagong hill tracts united people's party|hikmat-ul-jihad|hikmat-ul-zihad|hikmatul zihad|islami chhatra shibir|jagrata muslim janata bangladesh|jamaatul mujahedin bangladesh|jamatul mujahedin bangladesh|parbatya chattagram jana sanghati samity|purbo banglar communist party|united people's democratic front|wisdom of jihad
    armedGroup	BOLREB	alejo calatayu|ejercito de liberacion nacional - bolivia|eln-b|inevitables|national anti-corruption front|nestor paz zamora commission|people's command|tupac katari guerrilla army|workers' revolutionary party|zarate willka armed forces of liberation
    armedGroup	BRAREB	alianca libertadora nacional|national liberation action|national liberation alliance|popular revolutionary vanguard|revolutionary movement of october 8
    armedGroup	BUDREB	aleph|aum shinrikyo|fumihiro joyu|shoko ashahara
    armedGroup	CANREB	canadian hungarian freedom fighters federation|liberation front of quebec|quebec liberation front
    armedGroup	CASREB	international islamic battalion|international islamic brigade|islamic international peacekeeping brigade|special purpose islamic regiment
    armedGroup	CFRREB	alphonse lamola|caesar achellam|chadian people's revolutionary movement|democratic party of angola|dominic ongwen|joseph kony|lord's resistance army|military council of angolan resistance|national army for the liberation of uganda|national front for the liberation of angola|national liberation front of angola|nixman oryanga|odong latek|okot odhiambo|people's revolutionary party|popular revolutionary party|raska lukwiya|union of the populations of angola|vincent otti|west nile bank front|zaire's people's revolutionary party
    armedGroup	CHEREB	for a revolutionary perspective|freedom for mumia abu-jamal|socialist-nationalist front|world punishment organization
    armedGroup	CHLREB	chilean committee of support for the peruvian revolution|fatherland and liberty nationalist front|fpmr-d|lautaro faction|lautaro youth movement|lautaros|manuel rodriguez patriotic front|manuel rodriguez patriotic front - dissidents|movement of the revolutionary left|proletarian action group|pueblo reagrupado|united popular action movement
    armedGroup	CHNREB	eastern turkistan islamic movement|eastern turkistan islamic party
    armedGroup	CODREB	mai-mai|may-may|mayi-mayi|popular self-defense forces
    armedGroup	COLREB	april 19 movement|extraditables|farc-ep|fuerzas armadas revolucionarias de colombia - ejercito del pueblo|heroes of palestine|peasant self-defense group of coacute|pedro leon arboleda movement|popular liberation army|pro-guevara revolutionary group|revolutionary armed forces of colombia|self-defense groups of cordoba and uraba|simon bolivar guerilla coordinating board|united self-defense forces of colombia|united self-defense group of colombia
    armedGroup	CRIREB	people's vanguard organization|revolutionary commandos of solidarity
    armedGroup	CYPREB	arab unionist nationalist organization|cypriot nationalist organization
    armedGroup	DEUREB	anti-american arab liberation front|anti-imperialist cell|anti-imperialist group liberty for mumia abu jamal|autonomous cells|autonomous decorators|caucasian front for the liberation of abu achikob|commando of croatian revolutionaries in europe|group revolutionary reconstruction
    armedGroup	DNKREB	action group extreme beate|action group horst ludwig meyer|supporters of horst ludwig meyer
    armedGroup	DOMREB	maximiliano gomez revolutionary brigade|revolutionary army of the people|united anti-reelection command
    armedGroup	DZAREB	al-jamaah al-islamiyah al-musallah|armed islamic group|committee of peace-loving algerians|unified unit of jihad|union of peaceful citizens of algeria|united company of jihad
    armedGroup	EAFREB	abu sihel movement|al-ittihaad al-islami|eritrean islamic jihad|eritrean islamic jihad movement|eritrean islamic reform movement|eritrean liberation front|eritrean people's liberation front|ethiopian people's revolutionary army|front for the liberation of the coast of somalia|front for the liberation of the french somali coast|front for the liberation of the somali coast|harakat al khalas al islami|islamic salvation movement|islamic union|islamic unity|ogaden national liberation front|oromo liberation front|somali coast liberation front|uganda democratic christian army
    armedGroup	ECUREB	armed revolutionary left|ecuadorian rebel force|group of peoples fighters|group of popular combatants|people's revolutionary militias|peoples combatant group|revolutionary amazon command|white legion
    armedGroup	EEUREB	kosovo liberation army|macedonian revolutionary organization|russian national unity
    armedGroup	EGYREB	al jamaat al islamiya|egypt's nasserist revolution|egypt's revolution|el gama'a el islamiyya|gamaat islamiya|islamic brigades of pride in egypt|islamic glory brigades in the land of the nile|islamic pride brigades in the land of the nile|kata'ib al-izz al-islamiyah fi ard al-nil|tawhid islamic brigades|thawrat misr an nassiriyah
    armedGroup	EINREB	free papua movement|kumpulan mujahidin malaysia
    armedGroup	ESPREB	abu dujana al-afghani ansar al-qaeda europe|abu nayaf al-afghani|basque fatherland and liberty|basque homeland and freedom|first of october antifascist resistance group|free land|grapo|revolutionary perspective|terra lliure
    armedGroup	ETHREB	tigrai peoples liberation front|tigray peoples liberation front
    armedGroup	EURREB	democratic peoples unions|insurgent home army|kurdistan national liberation front|national front for the liberation of kurdistan|pan-turkish organization|poland national liberation front|polish revolutionary home army
    armedGroup	FRAREB	accolta nazinuale corsa|action committee of winegrowers|action directe|action front for the liberation of the baltic countries|affiche rouge|anti-armenian organization|arab revolutionary front|armata corsa|armata di liberazione naziunale|army of national liberation|army of the corsican people|autonomous intervention collective against the zionist presence in france|charles martel club|charles martel group|clandestini|clandestini corsi|clandestinu|committee for liquidation of computers|committee of coordination|corsican army|corsican revolutionary armed forces|corsican revolutionary armed front|emgann|francs-tireurs partisans|francs-tireurs partisans manouchian|front de liberation nationale de la corse|gazteriak|gora euskadi askatuta|gracchus babeuf|group bakounine gdansk paris guatemala salvador|group bakunin gdansk paris guatemala salvador|groupe olivier|international revolutionary action group|iparretarrak|mavericks|meinhof-puig-antich group|national liberation front of corsica|ninth of june organization|orly organization|palestinian resistance|red bill|resistenza corsa|winegrowers action committee|youth action group
    armedGroup	GBRREB	al ghurabaa|al-muhajiroun|orange volunteers|oxford arson group|oxford arson squad|red hand defenders|secret organization of al-qaeda in europe|south londonderry protestant volunteers|south londonderry volunteers|stop huntingdon animal cruelty|ulster volunteer force
    armedGroup	GEOREB	bagramyan battalion
    armedGroup	GLPREB	guadeloupe liberation army
    armedGroup	GRCREB	17 november|21 june|anarchical attack groups|anarchist attack teams|anarchist collective|anarchist faction|anarchist faction for subversion|anarchist liberation brigade|anarchist street patrol|anarchist struggle|anarchists attack group|anarchists attack groups|anarchists' attack group|anarchy group of the 20th of july|anarkhiki omadha 20 louli|anti-authority erotic cells|anti-establishment nucleus|anti-olympic flame|anti-power struggle|anti-state action|anti-state defense|anti-state justice|anti-state nuclei|army for iran's national liberation|arsonists of conscience|autonomous cells of rebel action|black and red brigades|black star|burning path|chaotic attack front|children of fire|commando anarchist group|committee for promotion of intransigence|communist liberation faction|consciously enraged|fighters for freedom|fighting ecologist activism|fighting guerillas of may|fires of hell|free greeks|friendship society|greek anti-dictatorial youth|greek anti-regime movement laos-11|group for social resistance to the state mechanism|group of carlo giuliani|immediate action|indomitable marxists|international revolutionary struggle|khristos kasimis revolutionary group for international solidarity|knights of the torched bank|leftist nucleus|may 15|may 98|melting nuclei|midnight saboteurs|movement against state arbitrariness|new revolutionary popular struggle|nihilists faction|november 25 anarchist group|nuclei for promoting total catastrophe|overthrow anarchist faction|overthrown anarchist faction|philike hetairia|popular justice|popular revolutionary action|popular revolutionary front|popular revolutionary resistance group|proletarian reprisals|proletarian resistance|proletarian solidarity|red line|revolutionary brigades|revolutionary cells|revolutionary faction to overthrow commando unabomber|revolutionary liberation action|revolutionary memory|revolutionary nuclei|revolutionary organization 17 november|revolutionary people's struggle|revolutionary popular struggle|revolutionary struggle|revolutionary subversive faction-commando unibomber|revolutionary torch-bearing run|revolutionary violence group|rigas fereos|rigas ferreos|ro-n17|social resistance|solidarity for political prisoners|solidarity gas canisters|solidarity with 17n|team of international revolutionary struggle|thus far and no further|torrid winter|uncontrolled rage
    armedGroup	GTMREB	counterrevolutionary solidarity|guatemalan labor party|guatemalan national revolutionary unity|guerrilla army of the poor|islamic brotherhood|january 31 popular front|mano blanca|november 13th movement of the rebel armed forces|rebel armed forces|roque dalton commando
    armedGroup	HNDREB	avengers|morazanist patriotic front|morazanista liberation front|morazanista patriotic front|morazano national liberation front|night avengers|patriotic resistance army|revolutionary united front movement
    armedGroup	HTIREB	boogeymen|coalition of national brigades|national security volunteers|tontons macoutes
    armedGroup	IDNREB	abu bakar battalion f kompi|army of jihad|force of indonesian muslim jihad fighters|front for defenders of islam|holy war command|holy war warriors|islamic defenders front|komando jihad|laskar jihad|laskar mujahideen kompak|mujahideen kompak|nusantara islamic jihad forces|nusantara islamic mujahideen front
    armedGroup	IMG	abu basir|al awlaki|al-awlaki|al-qaeda in the arabian peninsula|anwar al awlaki|anwar al-awlaki|anwar awlaki|aulaqi|awlaqi|naser al-wahishi|nasir abdel karim al-wuhayshi|nasir al-wuhayshi|nasser al wahayshi|nasser al-wuhayshi
    armedGroup	IMGBUD	hong kil dong
    armedGroup	IMGGRB	ernst stavro blofeld
    armedGroup	IMGJPN	fusako shigenobu|japan red army|japanese red army
    armedGroup	IMGKASMUS	am wani|amanullah khan|ashfaq m wani|ashfaq wani|begum farida|ghazi baba|ghulam butt|ghulam n butt|harkat ul ansar|harkat ul mujahideen|jammu and kashmir freedom force|jammu and kashmir freedom front|jammu-kashmir liberation front|javed ahmad mir|kafeel ahmed|kashmir liberation front|mohammad yasin malik|mohmmad ashraf|mushtaq a lone|sabir singh|shabir siddiqi|sheikh abdul hamid|sheikh hamid|umar shaheen
    armedGroup	IMGMUS	abdul turq|abu salem|asgar muqadam|asghar mukadam|asghar muqadam|d company|farooq pawale|mohammad iqbal mohammed yusuf shaikh|mohammad iqbal shaikh|mohammed mushtaq tarani|pervez sheikh|shahnawaz qureshi|shoaib ghansar|tiger memon
    armedGroup	IMGMUSALQ	abu ayyub al masri|abu nidal organization|abu omar al saif|abu sartaj|al hawsawi|al qa'eda|al qa'ida|al qaeda|al qaeda linked abu sayyaf|al qaeda operatives|al qai'dah|al qaida|al qaida offshoot|al qaida-affiliated|al zawahiri|al-qa'eda|al-qa'ida|al-qaeda|al-qaeda in iraq|al-qaeda linked abu sayyaf|al-qaida|arab revolutionary brigades|arab revolutionary council|ayman al zawahiri|ayman al-zawahiri|bashir ahmed|bashir malwa|bin laden|el qaida|fatah revolutionary council|islambouli brigade|jamal al fadl|khalid sheikh mohammed|mohammed afroz|mohammed atef|osama bin laden|osama bin ladin|osama bin mohammed bin awad bin laden|qaeda group|qidat al-jihad|revolutionary organization of socialist muslims|usama bin laden|usama bin ladin|zawahiri
    armedGroup	IMGMUSRUSCNY	abu al-walid|abu djafar|abu hafs al urduni|caucasian mujahideen|commander khattab|ebu enes|emir khattab|ibn al-khattab|islamic international brigade|islamic peacekeeping army|islamic peacekeeping brigade|muhannad|pro-chechen wahhabi group
    armedGroup	IMGREBMUS	ansar al-sharia|ansar al-shariah
    armedGroup	IMGSASMUS	abdul karim tunda|abu a hussain|abu a. hussain|abu abdullah|abu h lala|abu hussain|abu talha|aftab ahmed|altaf hussain|arif hussain|hafiz saeed|hatafaka lala|lashkar e sajjad|lashkar e tayyaba|lashkar e tayyiba|lashkar e toiba|lashkar i taiba|lashkar i tayyaba|laskar e taiba|laskar e tayyaba|laskar e tayyiba|laskar e toiba|laskar i taiba|laskar i tayyaba|laskar i toiba|salauddin
    armedGroup	IMGSAU	ra's al ghul
    armedGroup	IMGSEAMUS	harakut ul jihad e islami|harakut ul jihad ul islami|malaysian mujahideen organisation
    armedGroup	IMGSEAMUSASF	abu mohktar|abu musab|abu sayyaf|abu solaiman|extremist abu sayyaf|isnilon|isnilon t hapilon|janjalani|moro islamic liberation front|murad ebrahim|philippine secessionist group moro islamic liberation front|salamat hashim|totoni hapilon
    armedGroup	IMGSEAMUSJMA	abdullah anshori|abdullah sungkar|abu bakar|abu rusydan|ainal bahri|azahari bin husin|ba'asyir|bakar bashir|bin isomoddin|commander kastari|commander kasteri|dulmatin|encep nurjaman|hambali|hamzah|jamaah islami|jamaah islamiya|jemaah islami|jemaah islamiah|jemaah islamiya|jemaah islamiyah|mohammad top|mohammed top|nurjaman riduan bin isomoddin|riduan isamuddin|riduan isamudin|riduan isomuddin|riduan isomudin|selamat kastari|selamat kasteri|sungkar|taufik rifki|thoriqudin|umar patek|yazid sufaat|zarkasih|zulkarnaen|zulkifli bin hir
    armedGroup	IMGSIK	international sikh youth federation|kulwinder mali|kulwinder s mali
    armedGroup	INDREB	adivasi cobra force|adivasi cobra militant force|al-hadid|all india jihad committee|anti-communist command|azad hind sena|babbar khalsa international|communist party of india-maoist|dima halam daoga|hindu sena rashtriya sangh party|islamic defense force|janashakti|jihad committee|kanglei yaol kanba lup|kanglei yawol kanna lup|kangleipak communist party|karbi longri north cachar hills resistance force|kuki liberation army|kuki revolutionary army|muslim defense force|national socialist council of nagaland-isak-muivah|naxalites|organization to save the revolutionary movement in manipur|people's guerrilla army|people's united liberation front|people's war group|peoples war|students islamic movement of india|ukrainian reactionary force|united kuki liberation front|united liberation front of asom|united liberation front of assam|united people's democratic solidarity|zomi revolutionary army
    armedGroup	INTREB	aceh security disturbance movement|al-ahwaz arab people's democratic front|al-ahwaz arab popular democratic front|al-borkan|al-borkan liberation organization|al-fuqra|al-gama'a al-islamiyya|al-gamat al-islamiya|al-haramain foundation|al-haramain islamic foundation|al-jihad|al-jihad al-islami|al-zulfikar|ananda marga|ananda marga yoga society|anti-imperialist international brigade|arab commando cells|arab peoples democratic front|armed revolutionary action|armee islamique du salut|armenian red army|armenian secret army for the liberation of armenia|army of islamic salvation|aum shinsen no kai|aum supreme truth|cambodian freedom fighters|canary islands independence movement|committee of solidarity with arab and middle east political prisoners|community of the impoverished|de fes|democratic popular front for the arab people of ahwaz|free vietnam revolutionary group|front islamique du salut|green cells|group of the martyrs mostafa sadeki and ali zadeh|guardsmen of islam|hector riobe brigade|international justice group|islamic organization for the liberation of qods|islamic salvation army|islamic salvation front|jamaat al-fuqra|jamaat al-islamiyya|jihad group|justice commandos for the armenian genocide|mara salvatruchas|martyrs for morocco|mojahedin khalq organisation|moroccan islamic combatant group|movement for the independence and autonomy of the canaries archipelago|ms-13|mujahideen-e khalq organisation|muslims of the americas|new jihad group|organization for fight for the freedom of the working classes|palestine liberation front|peace conquerors|peoples mujahideen of iran|peykar|peykar-e tabaqeh-e kargar|proletarian nuclei for communism|qaeda al-jihad|quranic open university|raul sendic international brigade|rejection of sins and exodus|russian national bolshevist party|south maluku republic|takfir wa hijra|talaaal al-fateh|unified nasserite organization|united nasirite organizaiton|united nasserite organization|universal army|vanguards of conquest|volcano organization|world united formosans for independence|yemen islamic jihad
    armedGroup	IRNREB	arab struggle movement for the liberation of ahvaz|arbav martyrs of khuzestan|armed youth of cherikha-ye fadayee|falcon|fedayeen khalq|fedayeen khalq organization|jund allah organization for the sunni mujahideen in iran|peoples fedayeen|peoples fedayeen guerrillas|peoples fedayeen guerrillas organization|peoples fedayeen movement|shahin
    armedGroup	IRQREB	1920 revolution brigades|20th revolution brigades|abu al-abbas|abu bakr al-siddiq fundamentalist brigades|al-ahwal brigades|al-ahwal horrors brigades|al-faruq brigades|al-fursan brigades|al-hassan al-basri battalions|al-imam al-hassan al-basri brigades|al-imam ali brigades|al-isawi martyr brigade|al-tawhid|al-zarqawi network|ali bin abu talib brigades|ali bin abu talib jihad organization|ansar al-din|ansar al-islam|ansar al-jihad|ansar al-sunnah army|ansar al-tawhid wa al-sunna brigade|arab organization of may 15|army of the followers of sunni islam|army of the victorious community|banner of islam|battalion of the look-out for iraq|brigade of ansar al-tawhid wa-sunna|brigade of knights|brigade of monitoring for iraq|brigades for the defense of holy shrines|brigades of imam al-hassan al-basri|brigades of islamic anger|brigades of martyr ahmed yassin|brigades of the lions of monotheism|brigades of the victorious lion of god|brigades of vengeance|calamities brigades|death squad of mujahideen of iraq|dhi qar organization|divine wrath brigades|falcon brigades|fallujah mujahideen|green battalion|green brigade of islamic resistance|green brigade of the prophet|group for the promotion of virtue and the prevention of vice|group for the propagation of virtue and the prevention of vice|group of death|hassan al-basri brigade|hawk brigades|holders of the black banners|horrors brigades|imam ali brigade|imam hussein brigades|iraqi democratic front|iraqi legitimate resistance|iraqi revenge brigades|iraqi vengeance brigades|islamic al-waqqas brigade|islamic army in iraq|islamic front for iraqi resistance - salah-al-din al-ayyubi brigades|islamic jihad brigades|islamic movement of holy warriors|islamic rage battalion|islamic rage brigade|islamic resistance brigades|jaiech al-taifa al-mansoura|jaish al-taifa al-mansoura|jaish al-taifa al-mansura|jaish ansar al-sunna|jamaat ansar al-sunna|jihad base|jihad pegah|jihadist al-faruq brigades|jihadist martyrs brigades in iraq|junayd jihadist brigades|karbala brigades|kata'ib al-junayd al-jihadiyah|knights brigades|kurdish democratic party|mahdi army|may 15 organization for the liberation of palestine|media commission for the mujahidin in iraq|mehdi army|monotheism and holy struggle|muadh ibn jabal brigade|mujahedeen of iraq|mujahideen army|mujahideen of nineveh|mujahideen shura council|ninawa mujahideen in the city of mosul|partisans of the sunni|patriotic union of kurdistan|propagation of virtue prohibition of vice brigades|prophet's green brigade|protectors of islam brigade|punishment brigade for the al-jaafari government|revolution of the 1920s brigades|saad bin abi waqas brigades|sad ibn abi-waqqas|salafist brigades of abu bakr al-siddiq|saraya al-shuhuada al-jihadiyah fi al-iraq|saraya usud al-tawhid|shura council of the mujahideen of iraq|soldiers of the prophet's companions|squadrons defending holy places|supporters of islam|supporters of jihad|supporters of monotheism and the prophet's tradition|supporters of the tawhid and sunna brigades|swords of righteousness brigades|swords of truth brigades|tanzim qaidat al-jihad fi bilad al-rafidayn|tawhid and jihad|twentieth revolution brigades|unification and jihad|united organization of halabjah martyrs|usd allah|victorious army group|victorious army sect
    armedGroup	ISRREB	free people of galillee|galilee liberators
    armedGroup	ITAREB	39649|angry brigade|anti-capitalist attack nuclei|anti-imperialist patrols for proletariat internationalism|anti-imperialist territorial nuclei - combatant communist party|anti-imperialist territorial nuclei for the construction of the fighting communist party|anti-imperialist territorial units|anti-racist guerrilla nuclei|anti-racist guerrilla units|anti-zionist movement|anticapitalist attack nucleus|armed cells for international solidarity|armed communist combatants|autonomia sinistra ante parlamentare|cell against capitals jail and its jailers and cells|cell against the capital|cellule contro il capitale|cinque c|combatant fighting nucleus|combatant proletarian nucleus|coop of hand-made fire and related items|cooperative of hand-made fire and related items|five c's|i carcerieri|il carcere|informal anarchist federation|international communist group|international solidarity|july 20th brigade|le celle|left autonomy before parliamentarian|martyrs of democracy|national youth resistance organization|new red brigades for the construction of the fighting communist party|nuclei armati comunista|nuclei communist combatants|nucleus of the proletarian revolutionary initiaitve|padanian armed separatist phalanx|proletarian combatant groups|red brigades|revolutionary front for communism|revolutionary leninist brigades|revolutionary offensive cells|revolutionary proletarian initiative nuclei|revolutionary proletarian nucleus|sardinian autonomy movement|territorial anti-imperialist nuclei|unofficial anarchist federation
    armedGroup	JORREB	arab communist revolutionary party|honorables of jordan|islamic renewal movement|jordanian free officers movement|jordanian islamic resistance|jordanian military and revolutionary committee|jordanian revolutionary and military committee|military and revolutionary committee of jordan|movement for the struggle of the jordanian islamic resistance|nobles of jordan|righteous of jordan|shurafa al-urdun
    armedGroup	JPNREB	association of revolutionary workers|chukakuha|hotaru|hotaru-2|kakurokyo|kenkoku giyugun chosen seibatsutai|maruseido|middle core faction|nucleus faction|revolutionary workers council|sekihotai|voluntary army unit for suppressing koreans
    armedGroup	KHMREB	khmer communist party|khmer rouge|party of democratic kampuchea
    armedGroup	KKLREB	al-intiqami al-pakistani|anti-mainstream self determination faction|arabian peninsula freemen|armenian resistance group|army for the liberation of rwanda|arnoldo camu command|brother julian|democratic front for the liberation of rwanda|farabundo marti popular liberation forces|hawks of thrace|interahamwe|islamic movement of uzbekistan|islamic party of turkistan|lebanese socialist revolutionary organization|liberation army fifth battalion|new african freedom fighters|new afrikan freedom fighters|new york eight|oklahoma city bombing conspirators|organisation of free people of the arabian peninsula|organization of the islamic revolution in the arab peninsula|popular forces of liberation|popular liberation forces|popular resistance|revenge of jehadi|revenge of the pakistanis|revenge of the people of pakistan|september-france|sheikh ahmed yassin brigades|shibbu gang|uygur holy war organization
    armedGroup	KWTREB	united arab revolution
    armedGroup	LAMREB	3-80 northern front|380 northern front|cinchonero peoples liberation movement|cinchoneros popular liberation movement|december 20 torrijist patriotic vanguard|ex-contras|fn 3-80|morazanist front for the liberation of honduras|movimiento armado nacionalista organizacion|omar torrijos anti-intervention command group|omar torrijos commando for latin american dignity|opr-33|palmares armed revolutionary vanguard|recontra 3-80|recontra 3-80 northern front|recontra 380|recontras|var-palmares
    armedGroup	LAOREB	free democratic government committee of the lao people|free democratic people's government of laos|underground government of the free democratic people of laos
    armedGroup	LBNREB	ansar allah|arab fedayeen cells|arab revenge organization|arab revolutionary expansion movement|arab revolutionary surge|army for the liberation of kurdistan|asbat al-ansar|august 23 movement|band of partisans|black brigade|black brigades of lebanon|black hand|christian anti-moslem organization|factions armees revolutionnaires libanaises|federation of armenian revolutionaries - revolutionary movement|front for the liberation of lebanon from foreigners|front of justice and revenge|hasan nasrallah|hassan nasrallah|hezballah|hezbollah|hizb allah|hizballah|hizbollah|hizbullah|imad fayez mughniyeh|imad moughniyah|imad mughniyah|imad mughniyeh|islamic front for the liberation of palestine|islamic jihad for the liberation of palestine|islamic resistance|islamic society|justice and revenge front|justice and vengeance front|khaibar brigades|league of the followers|lebanese arab youth|lebanese armed revolutionary faction|lebanese black brigades|lebanese liberation front|lebanese national resistance front|lebanese resistance detachments|liberation battalion|martyr suleiman halabi unit|movement of hope|nasrallah|organization of partisans of islamic jihad|organization of the oppressed on earth|partisans league|partisans of holy war|popular revolutionary resistance organization|revolutionary action organization of the arab resistance front|revolutionary justice organization|revolutionary outburst movement|revolutionary popular resistance organization|sayyed hassan nasrallah|sayyed nasrallah|sayyid hassan nasrallah|seyyed hassan nasrallah|sheik hassan nasrallah|sheik nasrallah|sheikh hassan nasrallah|sheikh nasrallah|sons of the south|strugglers for the unity and freedom of greater syria|usbat al-ansar
    armedGroup	LBYREB	anyolp|arab national youth organization|arab nationalist youth for the liberation of palestine|arab nationalist youth organization for the liberation of palestine|fighting islamic group|harakat al-shuhada'a al-islamiyah|islamic martyrs movement|libyan fighting group|libyan islamic fighting group|libyan islamic group|seventh suicide squad
    armedGroup	LKAREB	colonel karuna faction|eelam revolutionary organization of students|internet black tigers|karuna faction|revolutionary eelam organization|tamil national front|tamil tigers
    armedGroup	LVAREB	waffen ss
    armedGroup	MARREB	salafia jihadia
    armedGroup	MEAREB	abdullah azzam shaheed brigade|abu mus'ab al-zarqawi battalion|al aksa|al aqsa brigades|al aqsa martyrs brigades|al-aqsa|al-aqsa martyrs brigades|al-asifa|al-bara bin malek brigades|al-bara bin malek martyrs brigades|al-fatah|al-fatah uprising|al-fath al-mubin brigades|al-fath al-mubin troops|al-hizb a-suri al-qawmi al-ijtimaee|al-jabha ash-shaabiya li-tahrir falastin|al-majd brigades|al-qaeda in the levant and egypt|al-qaeda organization in the land of the two rivers|al-qaida in syria and egypt|al-qaidah organization - the land of al-sham and al-kananah|al-sadr brigades|al-saiqa|arab communist organization|arab liberation front|army of the levant|battalion of the martyr abdullah azzam|black september|black september organization|committee for the defense of the roads|committee for the security of the highways|committee for the security of the roads|fatah abu musa|fateh|generation of arab fury|harakat al-jihad al-islami fi filastin|harekat at-tahrir al-wataniyyeh al-filastiniyyeh|iraqi liberation army|islamic action in iraq|islamic action organization|islamic liberation organization|islamic movement for change|islamic task organization|jabhat al-tahrir al-arabiyya|jenin martyr's brigade|jordanian national liberation movement|jund al-sham|kahane chai|kurdish vengeance brigade|kurdistan freedom falcons|kurdistan freedom falcons organization|kurdistan freedom hawks|martyr abdallah azzam brigades|martyr abu-ali mustafa brigades|martyr sami al-ghul brigades|movement of islamic action of iraq|organization of islamic action in iraq|organization of jihads base in the country of the two rivers|palestinian islamic jihad|palestinian popular struggle front|palestinian revolution forces general command|pflp-gc|popular front for the liberation of palestine|popular front for the liberation of palestine -- general command|popular resistance committees|popular struggle front|red eagles|revenge of the hebrew babies|salah al-din battalions|salah al-din brigades|sami al-ghul brigades|soldiers of greater syria|syrian social nationalist party|tanzim|tanzim al-qaida fi balad ash-sham wa ard al-kinanah|ziad al jarrah battalion
    armedGroup	MEXREB	23rd of september communist league|armed communist league|avenging army of defenseless people|cjm-23|comando internacionalista simon bolivar|comando jaramillista morelense 23 de mayo|group of guerilla combatants of jose maria morelos y pavon|jaramillista comando|jose maria morelos y pavon national guerrilla coordinating group|jose maria morelos y pavon national guerrilla council|justice army of defenseless people|l-23s|la liga|liga 23 de septiembre|people's revolutionary armed forces|popular revolutionary army|revolutionary worker clandestine union of the people party|united popular liberation army of america|zapatista army of national liberation
    armedGroup	MKDREB	macedonia dawn
    armedGroup	MLIREB	ansar dine
    armedGroup	NAFREB	polisario front
    armedGroup	NGAREB	ansaru|boko haram|hisba|iduwini youths|ijaw youth movement|movement for the emancipation of the niger delta|odua peoples' congress|odudua peoples' congress|oduduwa peoples congress|oodua peoples congress|oodua peoples' congress|vanguard for the protection of muslims in black lands|yoruba oodua peoples congress
    armedGroup	NICREB	andres castro united front|contras|counter revolutionaries|sandinista front|sandinista national liberation front|sandinistas
    armedGroup	NLDREB	actiefront nationistisch nederland|communist revolutionaries in europe|free south moluccan youth's|south moluccan suicide commando
    armedGroup	NMRREB	armed forces of national liberation|fuerzas armadas de liberacion nacional puertoriquena|independent armed revolutionary movement|puerto rican resistance movement
    armedGroup	NPLREB	akhil krantikari|all nepal national independent students union|janatantrik terai mukti morcha|madheshi liberation front|madheshi national liberation front|terai democratic liberation front
    armedGroup	PAKREB	al badar|al-arifeen|al-arifeen squad|al-badhr mujahidin|al-badr|al-islambouli brigades|al-islambouli brigades of al-qaeda|al-nawaz|al-omar mujahideen|al-qaeda organization|al-qanoon|al-umar mujahideen|anjuman sipah-e-sahaba|baloch liberation army|baluchistan liberation army|black december|guardians of the friends of the prophets|holy men|islambouli brigade of martyrs|lashkar-e-omar|lashkar-e-taiba|lashkar-i-omar|mohajir qami movement-haqiqi|mohajir quami movement|muslim united army|national movement for the restoration of pakistani sovereignty|platoon of marytr khaled islambouli|real mohajir qami movement|united national front
    armedGroup	PANREB	20 december national liberation movement|december 20 movement|frepaso|panama sovereignty front|sovereign panama front
    armedGroup	PERREB	ethnocacerista|movimiento nacionalista etnocacerista|shining path|tupac amaru revolutionary movement
    armedGroup	PHLREB	abu sayyaf group|ad rev|al-harakat al-islamiyah|alex boncayao brigade|bearer of the sword|citizen and soldierc|kabataang makabayan|masses and soldiers|moro liberation front|moro national liberation front|nationalist youth|new people's army|patriotic youth|people and the soldiers|rajah solaiman movement|rebolusyonaryong hukbong bayan|revolutionary proletarian army-alex boncayao brigade|secret bad men|secret warriors|taong bayan at kawal
    armedGroup	PRIREB	armed commandos of liberation|epb movimiento popular revolucionario|machete wielders|macheteros|popular army of boricua
    armedGroup	PRTREB	popular forces of april 25|revolutionary autonomous group|zionist action group
    armedGroup	PSEREB	abu al-reesh brigades|abu al-rish brigades|ahmed abu al-rish brigades|al-jabha al-dimuqratiyya li-tahrir filastin|al-reish brigades|badr forces|fatah hawks|fighters of jerusalem brigades|holy jihad brigades|knights of the storm|knights of the tempest|mujahadi bayt al-maqdis brigades|mujahedeen brigades jerusalem branch|omar bin al-khattab brigades|palestine liberation organization
    armedGroup	PSEREBHMS	al-aqsa foundation|al-qassam|al-qassam brigades|al-quds battalions|al-quds brigades|hamas|harakat al-muqawammah al-islammiyya|islamic resistance movement|izz ad-din al qassam|izz ad-din al qassam brigades|jerusalem battalions|jerusalem brigades|khaled meshaal|marwan issa|mohammed deif|sayf al-islam brigades
    armedGroup	QATREB	military wing of the greater syrian army
    armedGroup	RUSREB	black widows|chyornyye vdovy|dagestan liberation army|dagestani shari'ah jamaat|ingush jama'at shariat|islamic jamaat of dagestan|jamaat kataib al-khoul|kata'ib al-khoul|kataeb al-ghoul|kataib al-khoul|kataib al-khoul jamaat|movsar baryayev gang|new revolutionary alternative|new revolutionary initiative|red guerrillas|riyad us-saliheyn martyrs' brigade|riyadh-as-saliheen|riyadus-salikhin reconnaissance and sabotage battalion of chechen martyrs|sword of islam
    armedGroup	SAFREB	mozambique national resistance movement|south-west africa people's organization|zimbabwe african nationalist union
    armedGroup	SASREB	al-barq|al-buraq|al-faran|al-mansoorain|all tripura tribal force|army of jhangvi|army of mohammed|army of the omnipotent almighty|army of the prophet|army of the pure|army of the righteous|bodo liberation tiger force|bodo liberation tigers|bodo security force|daughters of the faith|daughters of the nation|dukhtaran-e-millat|harakat ul-jihad-i-islami|harkat mujahideen|harkat ul-ansar|hizb ul-mujahidin|hizb-i islami gulbuddin|hm of the jamaat-e-islami|islami inqilabi mahaz|islamic freedom fighters group|islamic revolutionary group|jaish-e-mohammad mujahideen e-tanzeem|jamiat-ul-ansar|jammu and kashmir islamic front|jeish-e-mahammed|kamtapur liberation organisation|kamtapur liberation organization|lashkar-e-toiba|mohammeds army|movement of islamic holy war|national democratic front of bodoland|national liberation front of tripura|national movement for the restoration of pakistani sovereignty and army of the prophet|revolutionary people's front|tehrik ul-furqaan|terrorist group of assam|united achik national front
    armedGroup	SAUREB	al-haramayn brigades|special death brigades
    armedGroup	SDNREB	movement of riak machar|southern sudan independence army|southern sudan independence movement|sudan people's liberation army|sudan people's liberation army united|sudan peoples liberation movement|ummah liberation army
    armedGroup	SEAREB	all burma students' democratic front|democratic karen buddhist association|democratic karen buddhist organization|god's army|gods army of the holy mountain|islamic community|islamic group|karen national union|karenni national progressive party|mujahideen al-mansooran|mujahideen division khandaq|pattani united liberation organization|progressive buddhist karen nationals organization|save kashmir movement|sri nakharo|vigorous burmese student warriors
    armedGroup	SLVREB	armed forces of national resistance|farabundo marti national liberation front|february 28 popular leagues|fmln-fdr|frente farabundo marti de liberacion nacional-frente democratico revolucionario|national resistance|resistencia nacional
    armedGroup	SOMREB	ahmad umar|ahmed abdi godane|al shabaab|al shabab|al-itihaad al-islamiya|al-shabaab|al-shabab|ash-shabaab|harakat al-shabaab al-mujahideen|hizbul shabaab|moktar ali zubeyr|shabaab
    armedGroup	SURREB	bushnegro jungle commandos|national liberation union
    armedGroup	SWEREB	al-qaeda organization for jihad in sweden|global intifada|jihad in sweden|revolutionary socialists
    armedGroup	SWZREB	tigers
    armedGroup	THAREB	barisan revolusi nasional melayu pattani|ber satu|bersatu|national revolutionary front|new pattani united liberation organization|payong organization|runda kumpalan kecil|runda kumpulan kecil|united front for the independence of pattani|young liberators of pattani
    armedGroup	TJKREB	united tajik opposition
    armedGroup	TURREB	28 may armenian organization|apo's revenge hawks|apo's youth revenge brigades|black friday|communist workers movement|front islamique des combattants du grand orient|ibda-c|islamic great eastern raiders front|june 16 organization|kadek|kongra-gel|kongreya azadi u demokrasiya kurdistan|kurdish islamic unity party|kurdish patriotic union|kurdistan freedom and democracy congress|kurdistan national liberty army|kurdistan peoples conference|kurdistan workers party|kurdistan workers' party|mahir cayan suicide group|maoist communist party|maoist komunist partisi|nationalist kurdish revenge teams|people's congress of kurdistan|people's liberation army of kurdistan|peoples defense force|peoples liberation army|revenge hawks of apo|revolutionary left|tplp-f|turkish hezbollah|turkish islamic jihad|turkish people's liberation army|turkish people's liberation front|turkish peoples liberation party-front|turkish workers and peasants liberation army|warriors of the 16th of june movement
    armedGroup	URYREB	national liberation movement|tupamaros
    armedGroup	USAREB	1st mechanical kansas militia|3rd continental congress|7th division constitutional militia|action faction|afro-american liberation army|american front|american knights of the ku klux klan|arizona patriots|armed resistance unit|armenian revolutionary army|army of god|aryan republican army|aryan resistance army|black liberation army|black p stones|black panther party for self-defense|black panthers|black revolutionary assault team|blackstone rangers|bruders schweiden|coalition to save the preserves|colorado 1st light infantry|cornerstone|covenant sword and arm of the lord|croatian freedom fighters|el rukn|fourth reich skinheads|group zero|guerrilla resistance movement|hammerskin nation|imperial klans of america|jewish defense league|kansas militia|knights of the white kamelia|may 19 communist coalition|may 19 communist order|minnesota patriot council|montana freemen|mountaineer militia|nation of yahweh|new order|oklahoma constitutional militia|omega-7|order ii|patriots council|phineas priesthood|phineas priests|provisional government of the republic of texas|red guerrilla resistance|republic of new africa|republic of texas|resistance conspiracy|revolutionary action party|revolutionary cells animal liberation brigade|revolutionary fighting group|revolutionary force seven|san joaquin county militia|san joaquin militia|secret army organization|secret organization zero|sheriff's posse comitatus|silent brotherhood|southeast states alliance|southern california ira|southern kansas regional militia|united freedom front|universal church of god|washington state militia|weather underground organization|white american bastion|white order of thule|white patriot party|yahweh|yanikian commandos
    armedGroup	UZBREB	islamic jihad union
    armedGroup	VENREB	bolivarian guerilla movement|carapaica revolutionary group|carapaica revolutionary movement|red banner|tupamaro revolutionary front|tupamaro revolutionary movement - january 23|united revolutionary front|venceremos|we will win
    armedGroup	WAFREB	revolutionary united front
    armedGroup	WEUREB	2nd of june movement|3 october armenian nationalism movement|3rd october organization|abu hafs al-masri brigade|anti-terrorist liberation group|avenismo|baader-meinhof gang|baader-meinhof group|clandestine rebels|clandestini ribelli|irrintzi|italian red brigade|new armenian resistance|official ira|provos|real ira|real irish republican army|red army faction|red regiments|spanish basque battalion|spanish national action|third of october group|true ira|vitalunismo
    armedGroup	YEMREB	aden islamic army|eagles of national unity|jaysh adan|mohammed's army|muhammeds army|world islamic jihad group
    armedGroup	ZAFREB	boere aanvals troepe|boere stormtroopers|muslims against global oppression|national warriors|people against gangsterism and drugs|south african native national congress|warriors of the boer nation
    civil	NGO	academic council on the united nations system|acronym institute for disarmament diplomacy|aid group|american association of jurists|armenian general benevolent union|armenian relief society|association francophone d'amitie et de liaison|association mondiale pour l'ecole instrument de paix|association of former international civil servants|association of world citizens|caf international|center for international health and cooperation|centre for international peacebuilding|christian children's fund|coalition against trafficking in women|committee for international cooperation in national research on demography|community systems foundation|conference of non governmental organizations in consultative relationship with the united nations|earth action network|earth child institute|federation internationale des corps et associations consulaires|federation of associations of former international civil servants|federation of world volunteer firefighters associations|forum on early warning and early response|global youth action network|groots international|hap international|initiatives of change international|international action network on small arms|international association for volunteer effort|international association of lawyers against nuclear arms|international association of lions clubs|international council for caring communities|international council of women|international federation for home economics|international federation of associations of the elderly|international federation of family associations of missing persons from armed conflicts|international federation of settlements and neighbourhood centres|international federation on ageing|international forum for child welfare|international foundation for electoral systems|international gender organization|international geographical union|international information center for terminology|international inner wheel|international institute for non aligned studies|international movement for fraternal union among races and peoples|international organization for standardization|international peace bureau|international progress organization|international public policy institute|international relief friendship foundation|international road federation|international save the children alliance|international social security association|international social service|international tunnelling and underground space association|international union of architects|international union of tenants|international women's tribune centre|international youth and student movement for the united nations|kiwanis international|lions club international|lions clubs international|mines advisory group|national space society|network of foundations and nonprofit organizations|non government organisation|non government organization|non governmental organisation|non governmental organization|northern forum|orphans international|pugwash conferences on science and world affairs|quota international|ribbon international|rotary international|royal academy of science international trust|servas international|sister to sister international|sisterhood is global institute|solar cookers international|susila dharma international association|union of international associations|united nations watch|united way international|universal esperanto association|unrepresented nations and peoples organisation|verification research training and information centre|war resisters international|women for international peace and arbitration|women's international coalition for economic justice|world alliance for citizen participation|world assembly of youth|world association for children and parents|world federalist movement|world federation of consuls|world federation of democratic youth|world federation of unesco clubs centres and associations|world federation of united nations associations|world forum of civil society networks|world league for freedom and democracy|world march of women|world movement of mothers|world winter cities association for mayors|youth advocate program international
    civil	NGOAFGDEV	revolutionary association of the women of afghanistan
    civil	NGOAFR	african braille center
    civil	NGOAFRDEV	african development institute inc|african development institute inc.|centre for african development|pan african institute for development|u.s. africa leadership institute
    civil	NGOAFREDU	centre de recherches et de promotion pour la sauvegarde des sites et monuments historiques en afrique|forum for african women educationalists|southern africa documentation and co operation centre
    civil	NGOAFRHLH	health care organization for africa
    civil	NGOAFRHRI	african gender institute|coalition against slavery in mauritania and sudan
    civil	NGOAFRHRIDEV	institute for human rights and development in africa
    civil	NGOAFRLAB	organization of african trade union unity
    civil	NGOAFRMED	global information network
    civil	NGOAGR	consultative group on international agricultural research|international centre for research in agroforestry|international commission on irrigation and drainage|international federation of agricultural producers|international federation of beekeepers' associations|international olive council|international rice research institute|international water management institute|urban agriculture network
    civil	NGOAGREDU	international association of agricultural information specialists
    civil	NGOARB	arab center for strategic studies
    civil	NGOARBBUS	arab international association for tourism and automobile clubs|arab society for certified accountants|arab society for intellectual property|arab society of certified accountants|union of arab banks
    civil	NGOARBDEV	arab ngo network for development
    civil	NGOARBHRI	arab institute for human rights|arab organization for human rights|arab women's solidarity association
    civil	NGOARM	areg scientific cultural youth association|armenian international women's association|world learning armenia
    civil	NGOASA	asia society|asian pacific youth forum
    civil	NGOASADEV	eastern regional organization for public administration
    civil	NGOASAENV	international centre for integrated mountain development
    civil	NGOASAHLH	association of medical doctors of asia
    civil	NGOASAHRI	asian federation against involuntary disappearances|asian human rights commission|asian legal resource centre|asian youth council
    civil	NGOAUSENV	clean up the world
    civil	NGOAUSHRI	tasmanian gay and lesbian rights group
    civil	NGOAZEHRI	human rights center of azerbaijan
    civil	NGOBGDHRI	bangladesh human rights network
    civil	NGOBGHHLH	international center for diarrhoeal disease research
    civil	NGOBLK	international commission of missing persons
    civil	NGOBTNHRI	bhutan women and children organisation|bhutan women and children organization
    civil	NGOBUS	alliance internationale de tourisme|association internationale pour la protection de la propriete intellectuelle|bank information center|bpw international|consumers international|corporate watch|institute of internal auditors|institute of international finance|international association for bridge and structural engineering|international association for natural gas vehicles|international association of crafts and small and medium sized enterprises|international association of drilling contractors|international association of independent tanker owners|international association of oil and gas producers|international association of ports and harbors|international chamber of commerce|international co operative alliance|international commission on occupational health|international cooperative alliance|international council for commercial arbitration|international electrotechnical committee|international federation for housing and planning|international federation of automatic control|international federation of business and professional women|international federation of freight forwarders associations|international federation of social workers|international federation of surveyors|international organization of employers|international real estate federation|international society of city and regional planners|international union for land value taxation and free trade|international union of economists|international union of technical associations and organizations|national foreign trade council|tobin tax initiative|union des foires internationales|union internationale de l'industrie du gaz|universal federation of travel agents associations|world coal institute|world confederation of productivity science|world lp gas association|world organisation of building officials|world safety organization
    civil	NGOBUSMED	global alliance for public relations and communication management|international advertising association|international public relations association
    civil	NGOBUSWEF	world economic forum
    civil	NGOCANEDU	i.d.e.a.l. society|institute for the development of education arts and leisure
    civil	NGOCANENV	canadian institute for environmental law and policy|canadian nature federation|international institute for sustainable development
    civil	NGOCANHRI	association for women's rights in development|canadian lawyers for international human rights|canadian research institute for the advancement of women
    civil	NGOCANJEW	jewish women international
    civil	NGOCANMEDAGR	developing countries farm radio network
    civil	NGOCANREF	canadian council for refugees
    civil	NGOCAS	international association of peace foundations|peace partnership international
    civil	NGOCASCVL	war veterans committee
    civil	NGOCHE	mandat international
    civil	NGOCHECHR	life and peace institute
    civil	NGOCHEHLH	center for humanitarian psychology
    civil	NGOCHN	china ngo network for international exchanges
    civil	NGOCHNCHRHRI	china aid association
    civil	NGOCHNEDU	china education association for international exchange
    civil	NGOCHNHLH	medical books for china international
    civil	NGOCHNHRI	china disabled persons' federation|china human rights organization
    civil	NGOCHNTIBHRI	tibetan center for human rights and democracy
    civil	NGOCHNUIGHRI	international uyghur youth league|world uighur congress|world uigur congress|world uyghur youths league|world uygur congress
    civil	NGOCHR	act alliance|catholic center of concern|christian mission for the united nations community|prison fellowship international|united church board for world ministries|world alliance of young men's christian associations|world young women's christian association|world young women's christian organization|young men's christian association
    civil	NGOCHRAGR	educational concerns for hunger organization
    civil	NGOCHRCTH	catholic institute for international relations|joan b. kroc institute of peace and justice|pax christi international|saint joan's international alliance
    civil	NGOCHRCTHDEV	international kolping society|unanima international|vivat international
    civil	NGOCHRCTHEDU	catholic international education office|international federation of catholic universities
    civil	NGOCHRCTHHLH	matercare international|medical mission sisters|society of catholic medical missionaries
    civil	NGOCHRCTHHRI	center of concern organization|international catholic child bureau|world union of catholic women's organizations
    civil	NGOCHRCTHMED	international catholic union of the press
    civil	NGOCHRDEV	enterprise development international|jubilee usa network|world vision
    civil	NGOCHRENV	a rocha international
    civil	NGOCHRHLH	cbm international|luke society|map international
    civil	NGOCHRHRI	american friends service committee|international federation of action by christians for the abolition of torture
    civil	NGOCHRPRO	fh association|food for the hungry association|food for the hungry international|formerly united church board for world ministries|international fellowship of reconciliation|united church of christ commission for racial justice|united church of christ justice and witness ministries|united church of christ wider church ministries|united methodist church general board of global ministries|world federation of methodist and uniting church women
    civil	NGOCHRPRODEV	adventist development and relief agency|adventist development and relief agency international|baptist world aid
    civil	NGOCRBENV	caribbean conservation association
    civil	NGOCVL	world veterans federation
    civil	NGODEU	kinderdorf international
    civil	NGODEUEDU	dvv international
    civil	NGODEUHLH	johanniter international alliance
    civil	NGODEUHRI	international society for human rights
    civil	NGODEV	agency for technical cooperation and development|associated country women of the world|association for women in development|association francois xavier bagnoud|care international|centre europe tiers monde|centre for development and population activities|children international|counterpart international|democracy coalition project|development group for alternative policies|global development network|good neighbors international|good neighbours international|institute for international cooperation and development|institute of cultural affairs international|international agency for economic development|international alert|international association for community development|international council on management of population programmes|international council on social welfare|international desalination association|international development exchange|international development research centre|international institute of rural reconstruction|international movement a.t.d. fourth world|international movement atd fourth world|international research foundation for development|international scientific council for island development|international south group network|international youth foundation|minbyun lawyers for a democratic society|organisation development and training|overseas development institute|plan international|population council|project concern international|public private alliance foundation|save the children fund|save the children international|social watch|society for international development|soroptimist international|synergos institute|third world network|trace international|transparency international|water environment federation|women for women international|women's international league for peace and freedom|women's world banking|women's world summit foundation|world federation of the deaf|world federation of ukrainian women's organizations|world hunger year|world neighbors|world neighbours|world organization for early childhood education|zonta international
    civil	NGODEVAGR	heifer international|technical centre for agricultural and rural cooperation
    civil	NGODEVMED	itfd international
    civil	NGODNKHLH	danish afghan committee
    civil	NGODNKREF	danish refugee council
    civil	NGOEDU	american geophysical union|association des etudes internationales|association for childhood education|association for world education|association montessori internationale|commission internationale de l'eclairage|federation internationale des organisations de correspondance et d'echanges scolaires|hague international model united nations|institute of international education|international association for housing science|international association for the exchange of students for technical experience|international association of applied psychology|international association of gerontology|international association of logopedics and phoniatrics|international association of schools of social work|international association of university presidents|international astronautical federation|international board on books for young people|international book bank|international book project|international cartographic association|international communication association|international council for adult education|international council for science|international council of museums|international council of psychologists|international council on education for teaching|international federation of university women|international informatization academy|international institute for applied systems analysis|international institute on peace education|international mathematical union|international model united nations association|international network of peace museums|international peace research association|international political science association|international schools association|international social science council|international society for photogrammetry and remote sensing|international sociological association|international statistical institute|international studies association|international union of biological sciences|international union of geodesy and geophysics|international union of psychological science|international union of pure and applied chemistry|international union of pure and applied physics|united states book exchange|women's national book association|world academy of art and science|world association of early childhood educators|world association of girl guides and girl scouts|world council for curriculum and instruction|world education fellowship|world library partnership|world organization of the scout movement
    civil	NGOEDUBUS	international association for research in income and wealth|international institute of administrative sciences
    civil	NGOEDUDEV	institute for development anthropology|international federation of training and development organizations|sociologists for women in society
    civil	NGOEDUHLH	international federation of medical students' associations|international federation of surgical colleges
    civil	NGOEDULAB	international conference of labour historians
    civil	NGOEEU	center for democracy and reconciliation in southeast europe|mediterranean women's studies centre
    civil	NGOEEUDEV	association of central and eastern european election officials
    civil	NGOEEUHLH	children surgical aid international
    civil	NGOEEURENV	association for sustainable human development
    civil	NGOEGYDEV	association for the protection of the environment
    civil	NGOEGYHRI	egyptian organization for human rights
    civil	NGOENV	bureau of international recycling|center for environment and development for the arab region and europe|center for international environmental law|conservation international|cousteau society|earth charter initiative|earth council|earth island institute|earth summit watch|earthwatch institute|environment liaison center international|fauna and flora international|green cross international|international association against painful experiments on animals|international association for water law|international association on water quality|international council of environmental law|international ocean institute|international office for water|international petroleum industry environmental conservation|international snow leopard trust|international society of tropical foresters|international union for conservation of nature|international union for the conservation of nature|international wildlife coalition|jane goodall institute|organisation internationale pour la protection des animaux|rainforest alliance|rainforest foundation international|resource institute for low entropy systems|sovereignty international|stakeholder forum for future|sunsat energy council|tata energy research institute|tropenbos international|uned forum|water supply and sanitation collaborative council|world business council for sustainable development|world commission on dams|world conservation union|world energy council|world information transfer|world rainforest movement|world resources institute|world society for the protection of animals|world water council|world wide fund for nature|world wildlife fund|worldwide fund for nature|yearbook of international cooperation on environment and development
    civil	NGOENVDEV	center for sustainable development
    civil	NGOENVHRI	earth rights international
    civil	NGOESPDEV	intervida world alliance
    civil	NGOESPREF	spanish commission for refugee assistance
    civil	NGOESTDEV	estonian american fund for economic education
    civil	NGOETHCHRDEV	christian relief and development assocation
    civil	NGOEUR	european centre for conflict prevention|international romani union
    civil	NGOEURBUS	european chemical industry council|federation of european twine and rope industries|international union of building centres
    civil	NGOEURBUSENV	european wind energy association
    civil	NGOEURDEV	network women in development europe
    civil	NGOEUREDU	association des etats generaux des etudiants de l'europe|european students forum
    civil	NGOEURENV	european centre for nature conservation|international association against noise|taiga rescue network
    civil	NGOEURHRI	association internationale pour la defense de la liberte religieuse|european bar human rights institute|international federation of persons with physical disability|survival international
    civil	NGOEURJUD	european public law center
    civil	NGOEURLAB	world confederation of labour
    civil	NGOEURREF	european council on refugees and exiles
    civil	NGOFJI	pacific concerns resource centre
    civil	NGOFRABUS	union professionnelle des experts maritimes
    civil	NGOFSM	fsm association of ngo's
    civil	NGOGBR	disasters emergency committee|global vision international|torchwood institute|uk network for civil society link with un general assembly
    civil	NGOGBRDEV	intermediate technology development group|peace child international
    civil	NGOGBREDUDEV	development studies association
    civil	NGOGBRENV	advisory committee on protection of the sea|foundation for international environmental law and development|international institute for environment and development
    civil	NGOGBRENVDEV	forum for the future
    civil	NGOGBRHLH	international medical corps uk
    civil	NGOGBRHRI	anti slavery international|british council of disabled people|committee on the administration of justice|network for education and academic rights|northern ireland human rights commission|privacy international
    civil	NGOGBRHRIHLH	physicians for human rights united kingdom
    civil	NGOGBRREF	national coalition of anti deportation campaigns|ockenden international
    civil	NGOGBRRELHRI	international association for religious freedom
    civil	NGOGHAENV	green earth organization
    civil	NGOGUYENV	iwokrama international centre for rain forest conservation and development
    civil	NGOHINRAD	hindu world council
    civil	NGOHLH	aed satellife center for health information and technology|alan guttmacher institute|center for international health information|center for reproductive and family health|clear path international|direct relief international|family care international|family health international|fdi world dental federation|futures group international|global alliance for women's health|global fund for hiv aids|global health council|global lead network|health partners international|helen keller international|international agency for the prevention of blindness|international association for maternal and neonatal health|international clinical epidemiology network|international confederation of midwives|international council of nurses|international council on alcohol and addictions|international diabetes federation|international federation for medical and biological engineering|international federation of clinical chemistry|international federation of health and human rights organisations|international federation of medical and biological engineering|international health awareness network|international hiv aids alliance|international league of societies for persons with mental handicaps|international network for the rational use of drugs|international physicians for the prevention of nuclear war|international planned parenthood federation|international rehabilitation council for torture victims|international society for traumatic stress studies|international society of nursing in cancer care|international society of radiographers and radiological technicians|international union for health promotion and education|international union of basic and clinical pharmacology|international union of nutritional sciences|international women's health coalition|intrahealth international|intrahealth international inc|la leche league|marie stopes international|medical knowledge institute|medical women's international association|ngo health committee|nightingale initiative for global health|pacific institute for women's health|population action international|population services international|research action and information network for bodily integrity of women|society for public health education|world addiction foundation|world alliance for breastfeeding action|world association for psychosocial rehabilitation|world chiropractic alliance|world federation for mental health|world federation of occupational therapists|world psychiatric association
    civil	NGOHLHIRC	international committee of the red cross|international fed. of red cross and red crescent|international federation of red cross and red crescent|red crescent|red cross|red cross eu office
    civil	NGOHLHIRCDEV	irc international water and sanitation centre
    civil	NGOHLHMSF	doctors without borders
    civil	NGOHRI	afro asian people's solidarity organization|afro asian peoples solidarity organization|afro asian peoples' solidarity organization|association for the prevention of torture|center for economic and social rights|center for women's global leadership|centre on housing rights and evictions|children first international|childwatch international research network|coalition to stop the use of child soldiers|committee of concerned scientists|defence for children international|digital freedom network|disabled peoples' international|federation internationale des droits de l'homme|food first information and action network|foodfirst information and action network|global fund for women|grassroots international|habitat international coalition|helpage international|human rights organization|human rights watch|international abolitionist federation|international advocates for children|international alliance of women|international campaign to ban landmines|international council of voluntary agencies|international gay and lesbian human rights commission|international human rights association of american minorities|international human rights group|international human rights internship program|international human rights law group|international indian treaty council|international league for human rights|international league for the rights and liberation of peoples|international league of human rights|international lesbian and gay association|international media rights|international network for the prevention of elder abuse|international organization for the elimination of all forms of racial discrimination|international training centre on human rights and peace teaching|international women's rights action watch|international work group for indigenous affairs|lao new generation democracy movement|magnus hirschfeld centre for human rights|mental disability rights international|minority rights group|mobility international usa|montreal social justice committee|peace brigades international|peoples movement for human rights learning|rights international|social justice committee montreal|student world assembly|torture abolition and survivors support coalition|torture abolition and survivors support coalition international|world association for the school as an instrument of peace|world blind union|world organization against torture
    civil	NGOHRIAMN	amnesty international
    civil	NGOHRIFID	international federation of human rights
    civil	NGOHRIHLH	international society for health and human rights
    civil	NGOHRIIHF	international helsinki federation for human rights
    civil	NGOHRIMED	committee to protect journalists
    civil	NGOHRV	croatian club for international cooperation
    civil	NGOHTIDEV	haitian movement for rural development
    civil	NGOHTIHRI	national coalition for haitian rights
    civil	NGOHUN	quick relief foundation
    civil	NGOICG	international crisis group
    civil	NGOIND	all india women's education fund association|bhopal gas hit women's front|bhopal group for information and action|sustainable environment and ecological development society
    civil	NGOINDDEV	association for stimulating know how
    civil	NGOINDHIN	anuvrat global organization
    civil	NGOINDHLH	all india d kotnis memorial committee
    civil	NGOINDHRI	all india human rights association|people's union for civil liberties
    civil	NGOIRNENV	green front of iran
    civil	NGOIRNHRI	organization for defending victims of violence
    civil	NGOIRNREL	institute for interreligious dialogue
    civil	NGOIRQHRI	organisation of women's freedom in iraq
    civil	NGOISRHRI	israeli information center for human rights in the occupied territories|public committee against torture in israel
    civil	NGOISRJEW	jewish national fund|women's international zionist organization
    civil	NGOITAENV	international research centre for environmental structures pio manzu
    civil	NGOITAHRI	international institute of higher studies in criminal sciences|lelio basso international foundation
    civil	NGOITAMED	good news agency
    civil	NGOJEW	simon wiesenthal center|world jewish congress
    civil	NGOJEWEDU	world ort
    civil	NGOJEWHRI	international council of jewish women
    civil	NGOJEWJUDHRI	international association of jewish lawyers and jurists
    civil	NGOJEWREF	world organization of jews from arab countries
    civil	NGOJPN	japan center for conflict prevention
    civil	NGOJPNENV	international society for mangrove ecosystems|network earth village
    civil	NGOJPNHLH	association for aid and relief|japan well aging association
    civil	NGOJPNHRI	yokohama international human rights center
    civil	NGOJUD	association internationale des jeunes avocat|international association of democratic lawyers|international association of judges|international association of women judges|international association of young lawyers|international federation of women lawyers|international women judges foundation|world jurist association of the world peace through law center|world society of victimology
    civil	NGOJUDHRI	federation internationale des femmes des carrieres juridiques|international bar association|international federation of women in legal careers
    civil	NGOJUDJUR	international commission of jurists
    civil	NGOKGZHRI	kyrgyz committee for human rights
    civil	NGOKOR	gcs international|gcs movement|karp korean association of retired persons|korea international volunteer organization
    civil	NGOKORCHRHLH	international mission association
    civil	NGOKWT	africa muslim agency|africa muslims agency
    civil	NGOLAB	international confederation of free trade unions|international federation of employees in public services|international trade union confederation|public services international|world federation of trade unions
    civil	NGOLABEDU	education international
    civil	NGOLABHRI	international centre for trade union rights
    civil	NGOLAM	red de salud de las mujeres latinoamericanas y del caribe|women's international democratic federation
    civil	NGOLAMDEV	inter american housing union
    civil	NGOLAMHRI	center for justice and international law|commission for the defense of human rights in central america|inter american institute of human rights|latin american federation of associations for relatives of the detained disappeared|south and meso american indian rights center
    civil	NGOLAMJUD	union iberoamericana de colegios y agrupaciones de abogados
    civil	NGOLAMREF	central american refugee center
    civil	NGOLAOHRI	lao human rights council
    civil	NGOLBN	world lebanese cultural union
    civil	NGOLBY	gaddafi international charity and development foundation
    civil	NGOLKAHRI	international independent group of eminent persons
    civil	NGOMCO	world association of children's friends
    civil	NGOMDEENV	hurghada environmental protection and conservation organization
    civil	NGOMEA	middle east children's alliance
    civil	NGOMEAHRIMED	centre for media freedom middle east and north africa
    civil	NGOMED	art for the world|association for progressive communications|friends of the united nations|institute for global communications|international association of women in radio and television|international federation of journalists|international freedom of expression exchange|international photographic council|international press institute|international publishers association|international telecommunication academy|internet society|nexus international broadcasting association|panos institute|public relations society of america
    civil	NGOMEDHRI	world association of newspapers
    civil	NGOMMRHRI	australian coalition for democracy in burma|free burma coalition|human rights action center
    civil	NGOMOS	organization of islamic capitals and cities|revival of islamic heritage society|society of the revival of islamic heritage|world council of muslim communities|world islamic call society|world muslim congress
    civil	NGOMOSDEV	islamic relief
    civil	NGOMOSEDU	world assembly of muslim youth
    civil	NGOMOSHLH	imamia medics international
    civil	NGOMOSHRI	hijra international
    civil	NGONGACHR	young women's christian association|young women's christian association of nigeria|young women's christian association of the united states of america
    civil	NGONLDDEV	humanistic institute for co operation with developing countries
    civil	NGONLDEDUDEV	institute for development research amsterdam
    civil	NGONLDHLH	world population foundation
    civil	NGONMR	association of junior leagues|national council on family relations
    civil	NGONMRCHRPRO	mennonite central committee
    civil	NGONMRDEV	namibia institute for democracy
    civil	NGONMRHRI	legal assistance centre namibia
    civil	NGONMRJEW	federation of jewish men's clubs
    civil	NGONORENV	center for international climate and environmental research
    civil	NGONORREF	norwegian refugee council
    civil	NGONPLHRI	center for human rights and democratic studies
    civil	NGOPAKHRI	association of network for community empowerment
    civil	NGOPAL	american task force on palestine|ngo network on the question of palestine
    civil	NGOPALHRI	arab association for human rights|palestinian centre for human rights|palestinian human rights monitoring group
    civil	NGOPERHRI	peruvian institute for education in human rights and peace
    civil	NGOPHLENV	international wildlife coalition trust
    civil	NGOPHLMED	isis international manila
    civil	NGOPOL	network of east west women poland|network of east west women polska
    civil	NGOPTY	international federation of liberal youth|international union of socialist youth|liberal international|socialist international
    civil	NGOREF	refugees international|women's commission for refugee women and children
    civil	NGOREL	institut international des sciences humain integrales|international institute of integral human sciences|interreligious and international federation for world peace|junior chamber international|united religions initiative|world conference of religions for peace|world peace prayer society
    civil	NGORELENV	wittenberg center for alternative resources
    civil	NGOROMBUS	devnet association
    civil	NGORUS	federation for peace and conciliation|international centre of roerichs
    civil	NGORUSEDU	international higher education academy of sciences
    civil	NGORUSHLH	international association against drug trafficking and drug abuse
    civil	NGOSAF	children's fund for southern africa|inter africa group
    civil	NGOSAFHRI	alternative information and development centre|southern africa committee
    civil	NGOSAMENV	amazon watch
    civil	NGOSAMHRI	indian council of south america
    civil	NGOSAS	coordination committee of maoist parties and organisations in south asia
    civil	NGOSASHRI	south asian human rights documentation centre
    civil	NGOSASMOSDEV	dhaka ahsania mission
    civil	NGOSDNHRI	sudan human rights association|sudan human rights organisation|sudan human rights organization|sudan organization against torture
    civil	NGOSEA	pan pacific and southeast asia women's association international
    civil	NGOSEADEV	pan pacific and southeast asia women's association
    civil	NGOSEAHRI	third world movement against the exploitation of women
    civil	NGOSENDEV	environmental development action in the third world
    civil	NGOSIKDEV	united sikhs
    civil	NGOSOMDEV	horn relief
    civil	NGOSWEHRI	cultural center demos
    civil	NGOSWELAB	english international association of lund
    civil	NGOSWZENV	yonge nawe environmental action group
    civil	NGOTAM	northeast secretariat of human rights|northeast secretariat on human rights
    civil	NGOTAMHRI	tamil human rights centre
    civil	NGOTHA	asian disaster preparedness center
    civil	NGOTHAHRI	ecpat international
    civil	NGOTMP	international federation for east timor
    civil	NGOTMPHRI	international platform of jurists for east timor|judicial system monitoring programme
    civil	NGOTUN	association tunisienne des meres
    civil	NGOTUNDEV	union nationale de la femme tunisienne
    civil	NGOTUNHRI	international committee of solidarity for political prisoners in tunisia|national council for liberties in tunisia
    civil	NGOTURDEV	international blue crescent
    civil	NGOTWNHRI	taiwan association for human rights
    civil	NGOUER	international academy of architecture
    civil	NGOUIG	international uyghur youth's league|international uyghur youths league|world uyghur congress
    civil	NGOUKR	world federation of ukranian women's organizations
    civil	NGOURYDEV	item the third world institute
    civil	NGOUSA	air serv international|alliance towards harnessing global opportunities|american geographical society|athletes united for peace|business council for international understanding|carnegie endowment for international peace|center for development and population activities|central committee of conscientious objectors|children's home society and family service|children's home society of minnesota|coalition for peace action|federation of american women's clubs overseas|friendship force|general federation of women's clubs|global network against weapons and nuclear power in space|global policy forum|global security institute|humpty dumpty institute|indian law resource center|institute for multi track diplomacy|institute for science and international security|international centre for missing and exploited children|international rescue committee|league of women voters|legacy international|national service conference of the american ethical union|nuclear threat initiative|peacemaker corps association|population institute|relief international|united states committee for unifem|us asia institute
    civil	NGOUSAARBMOS	life for relief and development
    civil	NGOUSABUS	national center for nonprofit boards|national cooperative business association
    civil	NGOUSACHR	bread for the world institute|church world service|world woman's christian temperance union
    civil	NGOUSACHRBUS	interfaith center on corporate responsibility
    civil	NGOUSACHRCTH	catholic relief services|loretto community
    civil	NGOUSACHRENV	center for respect of life and environment
    civil	NGOUSACHRHLH	medical assistance programs international|medical teams international
    civil	NGOUSADEV	american water works association|armenia fund usa|citizens network on essential services|international center for research on women|virginia gildersleeve international fund|women's environment and development organization|world cares center
    civil	NGOUSAEDU	africa america institute|albert schweitzer institute for the humanities|american association for the advancement of science|american association of family and consumer sciences|american council of young political leaders|american educational research association|american physical society|association for supervision and curriculum development|association for women in psychology|association of international educators|council of academies of engineering and technological sciences|education development center|experiment in international living|fulbright association|girls learn international|institute of general semantics|pearl s. buck international|society for the psychological study of social issues
    civil	NGOUSAENV	center for international earth science information network|citizens network for sustainable development|earth society foundation|environmental law institute|humane society of the united states|international rivers network|national ground water association|natural resources defence council|natural resources defense council|rainforest action network|rene dubos center for human environments|worldwatch institute
    civil	NGOUSAHLH	aloha medical mission|american international health alliance|american medical women's association|batey relief alliance|center for reproductive law and policy|center for reproductive rights|doctors of the world usa|guttmacher institute|headington institute|international medical corps|planned parenthood federation|united states fund for unicef|women's health and education center
    civil	NGOUSAHRI	american civil liberties union|american committee on africa|carter center|center for sustainable human rights action|child labor coalition|child labour coalition|education in human rights network|heartland alliance for human needs and human rights|lawyer's committee for human rights|lawyers committee for human rights|lawyers' committee for human rights|leitner center for internatiional law and justice|robert f. kennedy memorial center for human rights|transnational immigration and refugee group|universal human rights network|women's institute for freedom of the press|world organization for human rights usa
    civil	NGOUSAJEW	american jewish joint distribution committee|anti defamation league|women's zionist organization of america
    civil	NGOUSAJEWDEV	american jewish world service
    civil	NGOUSAJUD	american foreign law association|american society of international law
    civil	NGOUSALAB	sweatshop watch
    civil	NGOUSAMED	american society of media photographers|international film and television exchange|symphony for united nations|world security institute
    civil	NGOUSAMIL	women's overseas service league
    civil	NGOUSAREF	african community refugee center|american refugee committee|national network for immigrant and refugee rights|u.s. committee for refugees|women's refugee commission
    civil	NGOUSAREL	interfaith centre of new york
    civil	NGOUSAUIG	uighur american association
    civil	NGOWAFBUSWAS	ecowas youth and citizens league
    civil	NGOWAFDEV	centre for democracy and development
    civil	NGOWAFMOS	african american islamic institute
    civil	NGOWSTMED	inter american press association
    civil	NGOZAFDEV	centre for development and enterprise|human sciences research council
    civil	NGOZAFEDU	international federation of workers' educational associations
    civil	NGOZAFENV	wildlife and environment society of south africa
    civil	NGOZAFHRI	south african prisoners organisation for human rights
    civil	NGOZWE	centre for peace initiatives in africa
    civil	NGOZWEHRI	zimbabwe human rights ngo forum
    international	IGO	african caribbean and pacific group of states|hague-based organisation for the prohibition of chemical weapons|hague-based organization for the prohibition of chemical weapons|international government organisation|international government organization|international maritime organization|international truce monitoring group|organisation for security and co-operation in europe|organisation for security and cooperation in europe|organisation for the prohibition of chemical weapons|organization for security and co-operation in europe|organization for security and cooperation in europe|organization for the prohibition of chemical weapons|organization of world heritage cities|pacific community|united cities and local governments|universal postal union
    international	IGOAFR	indian ocean commission
    international	IGOAFRAGRIAC	inter african coffee organization
    international	IGOAFRBCA	bank of central african states
    international	IGOAFRDEVAFB	african development bank
    international	IGOAFRDEVATD	eastern and southern african trade and development bank
    international	IGOAFROAU	organization of african unity
    international	IGOAGR	food and agriculture organization
    international	IGOAGRCPA	cocoa producer's alliance|cocoa producers' alliance
    international	IGOAGRCPC	association of coffee producing countries
    international	IGOAGRIGC	international grains council
    international	IGOARB	arab towns organization
    international	IGOARBBUSAPE	organization of arab petroleum exporting countries
    international	IGOARBDEVABD	arab bank for economic develoment in africa
    international	IGOASABUS	economic cooperation organization
    international	IGOASADEVADB	asian development bank
    international	IGOBUS	nuclear suppliers group
    international	IGOBUSBIS	bank for international settlements
    international	IGOBUSGOE	group of eight
    international	IGOBUSGSS	group of seventy seven
    international	IGOBUSIMF	international monetary fund
    international	IGOCAFCEM	monetary and economic community of central africa
    international	IGOCAFECA	economic community of central african states
    international	IGOCAS	shanghai cooperation organization
    international	IGOCHR	ora international
    international	IGOCOPITP	international criminal police organization
    international	IGOCRB	caribbean community|organisation of eastern caribbean states|organization of eastern caribbean states
    international	IGOCWN	commonwealth of nations
    international	IGODEV	world family organization
    international	IGOEAFDEVIAD	intergovernmental authority on development
    international	IGOEAFEAC	east african community
    international	IGOENV	coalition against wildlife trafficking
    international	IGOEURBUSEFT	european free trade association
    international	IGOEURCOE	council of europe
    international	IGOEURDEVEBR	european bank for reconstruction and development
    international	IGOEUREEC	european commission|european commission to the philippines|european union|western european union
    international	IGOEURENV	europarc federation
    international	IGOEURSCE	council of security and cooperation in europe
    international	IGOGOS	group of seven
    international	IGOHRI	association mondiale des amis de l'enfance
    international	IGOLEGIPU	inter parliamentary union
    international	IGOLKA	sri lanka monitoring mission
    international	IGOMEAACC	arab cooperation council
    international	IGOMEAAEU	arab economic unity council
    international	IGOMEAAMF	arab monetary fund for economic and social development
    international	IGOMEAAMU	arab maghreb union
    international	IGOMEAARL	arab league
    international	IGOMOS	organization of the islamic conference
    international	IGOMOSDEVIDB	islamic development bank
    international	IGOMOSOIC	organization of islamic conferences
    international	IGONAFCSS	community of saharan states|community of sahel saharan states|community of sahel states
    international	IGONAMDEV	inter american development bank
    international	IGONON	organization of non aligned countries
    international	IGOOAS	organization of american states
    international	IGOOPC	organization of petroleum exporting countries
    international	IGOSAFDEVSAD	southern african development community
    international	IGOSAM	andean community|union of south american nations
    international	IGOSASDEV	indo bangla joint river commission|indo bangladesh joint rivers commission
    international	IGOSASSAA	south asian association
    international	IGOSCN	nordic council
    international	IGOSEA	mekong river commission
    international	IGOSEAASN	association of south east asian nations|association of southeast asia nations|association of southeast asian nations|southeast asian nations
    international	IGOUNO	secretariat of the un|secretariat of the united nations|secretary general of the united nations|security council|special rapporteur of the united nations human rights council|u.n. security council|un mission|un mission in sudan|un secretariat|un security council|united nations|united nations chief|united nations monitor|united nations secretariat
    international	IGOUNOAGRFAO	united nations food and agriculture organization
    international	IGOUNOAIE	international energy agency
    international	IGOUNOBUS	international civil aviation organization|world tourism organization
    international	IGOUNODEV	economic and social commission for asia and the pacific|united nations development fund for women
    international	IGOUNODEVWBK	president of the world bank|world bank|world bank group|world bank president
    international	IGOUNOHLHWHO	world health assembly|world health organization
    international	IGOUNOHRIHCH	un high commission for human rights|united nations commission for human rights
    international	IGOUNOIAE	international atomic energy agency
    international	IGOUNOJUDICJ	international court of justice
    international	IGOUNOJUDWCT	international war crimes tribunal
    international	IGOUNOKID	united nations children's fund
    international	IGOUNOLABILO	international labor organization|international labour organization
    international	IGOUNOMED	international telecommunications union
    international	IGOUNOREFHCR	un high commission for refugees|united nations commission for refugees
    international	IGOUNOWFP	world food program|world food programme
    international	IGOUSACOP	american correctional association
    international	IGOWAFDEVWAM	west africa monetary and economic union
    international	IGOWAFWAD	west africa development bank|west african development bank
    international	IGOWAFWAS	economic community of west african states
    international	IGOWSTBUS	organisation for economic cooperation and development|organization for economic cooperation and development
    international	IGOWSTNAT	north atlantic treaty organization
    """
}
