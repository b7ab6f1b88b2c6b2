/**
 * These phrases tell an answer from a caption. They are data; `unwrap.ts` and `sentences.ts` say what each
 * list is used for.
 */

const any = (parts: string[], flags = "iu") => new RegExp(parts.join("|"), flags);
/** Matches whole words of any alphabet. `\b` knows only ASCII. */
const wordsOf = (list: string) => `(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`;

const picture = "images?|photos?|pictures?|photographs?|snapshots?";
/** A refusal names one of these things. */
const matter = `${picture}|requests?|content|descriptions?|files?|attachments?|prompts?`;

/** The names of the tags and channels in which models think. */
export const thinkingNames = "think|thinking|thoughts?|reasoning|reflection|analysis|scratchpad|seed:think";

/** The answer itself follows the last of these marks, which stands at the beginning of a line. */
export const finalMark = any(
  [
    "^[*# ]*(?:final|revised)? ?(?:answer|caption|description|response)[*]*:[*]*\\s",
    "^[*# ]*(?:endgültige )?(?:antwort|beschreibung|bildunterschrift)[*]*:[*]*\\s",
    "^[*# ]*(?:réponse|description|légende)(?: finale)?[*]* ?:[*]*\\s",
    "^[*# ]*(?:respuesta|descripción|leyenda)(?: final)?[*]*:[*]*\\s",
    "^[*# ]*(?:最终)?(?:答案|描述|回答|説明|キャプション)[*]*[:：][*]*\\s*",
  ],
  "gimu",
);

/** The keys under which JSON gives the caption, best first. */
export const captionKeys =
  /^(?:caption|description|(?:image|photo)[_ ]?(?:caption|description)|alt(?:_?text)?|summary|answer|response|text|beschreibung|bildbeschreibung|légende|descripción|描述|説明)$/i;

/** Words before a colon that only name what follows. */
export const fieldLabel = any([
  `^(?:(?:photo|image|alt|short|brief|main) )?(?:caption|description|subjects?|setting|location|place|scene|colou?rs?|lighting|light|people|persons?|actions?|objects?|background|foreground|text|mood|activity|details|text)\\s*[:：]\\s*`,
  "^(?:bild)?(?:beschreibung|motiv|ort|farben|licht|personen|text|hintergrund|bildunterschrift)\\s*:\\s*",
  "^(?:légende|sujet|lieu|couleurs|lumière|personnes|texte|descripción|leyenda|sujeto|lugar|colores|luz|personas|texto)\\s*:\\s*",
  "^(?:描述|主题|主体|地点|颜色|光线|人物|文字|説明|被写体|場所|色|光)\\s*[:：]\\s*",
]);

/** A label with this value says nothing. */
export const noValue = any([
  "^[(]?(?:none|nothing|no|n/a|not (?:applicable|visible|present)|unknown|absent)(?: (?:are |is )?(?:visible|present|seen|readable|applicable|identifiable))?[)]?[.]?$",
  "^(?:keine?[rs]?|nicht (?:sichtbar|vorhanden)|aucune?|néant|ningun[oa]|sin texto)(?: \\p{L}+)?[.]?$",
  "^(?:无|没有|なし|ない)。?$",
]);

/** Words of agreement before the answer. */
export const agreement = any([
  "^(?:sure(?: thing)?|certainly|of course|absolutely|okay|ok|great|yes|got it|alright|understood)\\s*[!.,:]+\\s*",
  "^(?:gerne?|natürlich|klar|selbstverständlich|sicher|in ordnung)\\s*[!.,:]+\\s*",
  "^(?:bien sûr|avec plaisir|d['’]accord|volontiers|certainement)\\s*[!.,:]+\\s*",
  "^¡?(?:claro(?: que sí)?|por supuesto|con gusto|desde luego|certo|certamente|com certeza)\\s*[!.,:]+\\s*",
  "^(?:好的|当然(?:可以)?|没问题|もちろん(?:です)?|はい|承知しました|かしこまりました)\\s*[!！.。,，、:：]+\\s*",
]);

/** A preface that speaks of the description and ends in a colon. */
export const preface = any([
  `^(?:here(?:['’]s| is| are)|this is|the following is|below is|(?:my|a|the|your) (?:\\p{L}+ ){0,3}(?:description|caption))[^.!?:]{0,90}:\\s*`,
  "^(?:hier (?:ist|sind|folgt|kommt)|nachfolgend)[^.!?:]{0,90}:\\s*",
  "^(?:voici|voilà)[^.!?:]{0,90}:\\s*",
  "^(?:aquí (?:tienes?|está|va)|a continuación|esta es)[^.!?:]{0,90}:\\s*",
  "^(?:以下|这是|下面)[^。！？：:]{0,40}[:：]\\s*",
]);

/** A sentence that says what the picture shows begins in one of these ways. */
export const lead = any([
  "^(?:however|but|still|that said|instead|aber|mais|pero),?\\s+",
  `^(?:the|this|your) (?:${picture})(?: itself)? (?:(?:clearly |also )?(?:shows|depicts|features|displays|captures|portrays|presents)|appears to (?:show|depict)|is of|contains)\\s+`,
  `^in (?:the|this) (?:${picture}),?\\s+`,
  `^this is (?:an?|the) (?:\\p{L}+ )?(?:${picture}) of\\s+`,
  "^(?:i|we|you|one) (?:can )?see (?!no\\b|nothing\\b|any\\b)",
  "^das (?:bild|foto) zeigt\\s+",
  "^(?:l['’]image|la photo|cette (?:image|photo)|la photographie) (?:montre|représente)\\s+",
  "^(?:la|esta) (?:imagen|foto|fotografía) muestra\\s+",
  "^(?:这张|这幅|该|此)?(?:图片|照片|图像|图)中?(?:展示了|显示了|显示|是|描绘了)",
  "^(?:この|こちらの)?(?:写真|画像)(?:には|は)、?",
]);

/** At these words a sentence that refuses begins to describe the picture after all. */
export const turnToPicture = any(
  [
    `,? (?:but|however|though|although),? (?=(?:the|this) (?:${picture}) (?:shows|depicts|features|displays|captures)|(?:it|this) (?:shows|depicts)|i can (?:see|tell|describe))`,
    ",? aber (?=das (?:bild|foto) zeigt)",
    ",? mais (?=(?:l['’]image|la photo) montre)",
    ",? pero (?=la (?:imagen|foto) muestra)",
  ],
  "giu",
);

/** The model speaks of itself. English "I" counts only before a verb, because of "World War I" and "I ♥ NY". */
export const firstPerson = [
  /(?:^|[,;:(—–-]\s*|(?<!\p{L})(?:and|but|that|so|if|because|as|what|when|whether)\s+)I(?:['’](?:m|ll|ve|d)|\s+\p{Ll})/u,
  any([
    "\\b(?:let me|let['’]s|help me|tell me|give me|allow me)\\b",
    "\\bmy (?:apologies|policy|guidelines|programming|training|capabilities|knowledge)\\b",
    "\\b(?:the|this) user\\b",
    wordsOf("ich|mir|mich|je|moi|ik|mij|puedo|podría|quisiera|posso|consigo|jeg|я|мне|мы"),
    "(?<!\\p{L})j['’]",
    "我|私は|私に|わたし|저는|제가",
  ]),
];

/** Words of apology, which no caption has. */
export const apology = any([
  "^(?:sorry|unfortunately|apologies|regrettably|leider|lamentablemente|malheureusement|desafortunadamente|infelizmente|purtroppo|helaas|tyvärr|desværre|niestety|valitettavasti|к сожалению|遗憾|很遗憾|残念ながら)",
  wordsOf(
    "i apologi[sz]e|i am sorry|i['’]m sorry|my apologies|tut mir (?:sehr )?leid|entschuldig\\p{L}*|désolée?|lo siento|lamento|disculp\\p{L}*|desculp\\p{L}*|lo sento|mi dispiace|het spijt|beklager|undskyld|ledsen|anteeksi|przepraszam|przykro|omlouvám|sajnálom|îmi pare rău|извините|простите|сожалению|вибачте|λυπάμαι|συγγνώμη|üzgünüm|maaf|xin lỗi|क्षमा|माफ़|عذرا|عذرًا|آسف|מצטער|ขออภัย|ขอโทษ",
  ),
  "抱歉|对不起|對不起|申し訳|すみません|ごめん|죄송|미안",
]);

export const negation = any([
  wordsOf(
    "no|not|cannot|can not|never|unable|none|nothing|declin\\p{L}*|refus\\p{L}*|nicht|kein\\p{L}*|pas|aucune?|ningun\\p{L}*|ningún|não|non|niet|geen|ikke|inte|не|нет",
  ),
  "n['’]t(?!\\p{L})|无|不|没|無|沒|ません|ない|없|못|않",
]);

/** The picture did not arrive, or describing it is refused without a person who says so. */
export const denial = any([
  `\\b(?:no|any|without an?|missing) (?:\\p{L}+ )?(?:${picture}|attachment)\\b[^.]*\\b(?:attached|provided|uploaded|given|included|received|found|shared|sent|supplied|available|here|loaded|to describe)`,
  `^(?:no|missing|invalid|empty) (?:${picture})[^.]*$`,
  `\\b(?:${matter})\\b[^.]*\\b(?:cannot|can ?['’]?t|could not|couldn['’]?t|not|n['’]t|failed to|unable to)\\b[^.]*\\b(?:be )?(?:process(?:ed)?|fulfil+(?:ed)?|display(?:ed)?|describ(?:e|ed)|complet(?:e|ed)|load(?:ed)?|attach(?:ed)?|upload(?:ed)?|provided|answered|honou?red|analy[sz]ed|opened|accessed)\\b`,
  `\\b(?:unable|not able|cannot|can ?['’]?t|could not|couldn['’]?t|won['’]?t|will not|failed|impossible|not possible|not allowed|not permitted|not appropriate|inappropriate|declin\\p{L}*|refus\\p{L}*)\\b[^.]*\\b(?:describ\\p{L}+|identify(?:ing)?|process|fulfil+|assist|comply|help|view|access|analy[sz]e|open|load|display|provide|determine|recogni[sz]e|generate|complete|answer)\\b[^.]*\\b(?:${matter})\\b`,
  "\\bas an? (?:ai|artificial|large|language|text|vision)\\b|\\b(?:content|usage|safety) (?:policy|policies|guidelines)\\b|\\bagainst (?:my|our|the) (?:policy|policies|guidelines|rules)\\b",
  "\\bkein\\p{L}* (?:\\p{L}+ )?(?:bild|foto)(?!\\p{L})[^.]*(?:angehängt|hochgeladen|beigefügt|vorhanden|bereitgestellt|gefunden|geschickt|gesendet|empfangen)|^es ist kein (?:bild|foto)",
  "(?:bild|foto|anfrage|datei)(?!\\p{L})[^.]*\\bnicht\\b[^.]*(?:geladen|verarbeitet|beschrieben|angezeigt|geöffnet|erfüllt|bearbeitet|beantwortet|analysiert)",
  "\\baucune (?:image|photo)[^.]*(?:fourni|joint|reçue|télécharg|attaché|disponible|trouvé|transmis)|\\bimpossible (?:de |d['’])(?:décrire|traiter|afficher|voir|charger|ouvrir|analyser)",
  "(?:image|photo|demande)[^.]*(?:\\bne |n['’])[^.]*(?:traité|chargé|décrit|affiché|ouvert|satisfait)",
  "\\bninguna (?:imagen|foto)[^.]*(?:adjunt|proporcion|recib|subi|carg|envi)|\\bno (?:se )?(?:puede|puedo|pudo|ha podido|ha proporcionado|ha adjuntado|es posible)[^.]*(?:imagen|foto|solicitud|describir|procesar)",
  "(?:无法|不能|未能|不便|没法|無法)[^。]*(?:描述|识别|查看|处理|提供|协助|帮助|看到|显示|加载|打开|分析|满足|回答)|(?:没有|未|没)(?:上传|提供|收到|看到|发现|检测到|附上|附带)[^。]{0,8}(?:图|照片)",
  "(?:画像|写真|リクエスト|ファイル|ご要望)(?:が|は|を|に)[^。]{0,14}(?:ありません|見つかりません|添付されていません|できません|できない|見えません|応じ)",
  "이미지[^.]*(?:없습니다|수 없)|не могу[^.]*(?:изображ|фото|описа)|(?:изображение|фото)[^.]* не (?:удалось|прикреплен|загруж)|non (?:posso|riesco|è possibile)[^.]*(?:immagine|foto)|não (?:posso|consigo|é possível)[^.]*(?:imagem|foto)|geen (?:afbeelding|foto)[^.]*(?:bijgevoegd|ontvangen)",
]);

/** A sentence that turns to the reader. */
export const address = any([
  wordsOf("please|bitte|veuillez|vous|votre|usted|ustedes|per favore|пожалуйста"),
  // "Where you can see" and "your bike" are about the picture.
  "\\b(?:would|do|did|could|can|are|have) you\\b|\\b(?:help|assist|thank) you\\b|\\blet you know\\b",
  "\\byou(?:['’]d|['’]ve)?(?: \\p{L}+)? (?:like|want|need|wish|upload\\p{L}*|provid\\p{L}*|shar\\p{L}*|attach\\p{L}*|sent|send|ask\\p{L}*)\\b",
  `\\byour (?:\\p{L}+ )?(?:${matter}|messages?|questions?|guess|help|patience|search)\\b`,
  "s['’]il (?:vous|te) pla[iî]t|por favor|请|請|您|你|ください|お願い|세요",
  "\\bfeel free\\b|\\bhope this helps\\b|\\bzögern sie nicht\\b|\\bn['’]hésitez pas\\b|\\bno dudes?\\b",
]);

/** An order to describe, as in a prompt. */
export const orderToDescribe = any([
  `^(?:please |now )?(?:describe|caption|summari[sz]e) (?:this|the|what)\\b`,
  "^(?:bitte )?(?:beschreib(?:e|en sie)?) (?:dieses|das|mir|was)",
  "^(?:veuillez )?décri(?:s|vez|re) (?:cette|la|l['’])",
  "^(?:por favor,? )?describ[ea] (?:esta|la) (?:imagen|foto)",
  "^请?(?:用.{0,8})?描述(?:一下)?(?:这|该|此)|(?:写真|画像)を.{0,14}(?:説明|描写)(?:して|せよ)",
]);

/** A sentence that only says what is not there. People who search for it would find the photo by it. */
export const absence = [
  /^[Tt]here(?:['’]s| is| are| were) no(?:t any|thing|body|ne)?\b/u,
  /^No (?!\p{Lu}{2})[^.]*\b(?:visible|seen|present|discernible|readable|legible|shown|apparent|detected|(?:image|photo|picture|scene|frame))\b/u,
  /^No (?:\p{Ll}+ ){0,2}\p{Ll}+\.?$/u,
  any([
    "^(?:none|nothing|nobody|no one)\\b[^.]*(?:visible|seen|present|shown|readable)?",
    `^(?:it|the|this)(?: (?:${picture}|scene))? (?:contains|has|shows|includes) no\\b`,
    `^(?:it|the|this)(?: (?:${picture}|scene))? (?:does not|doesn['’]t) (?:contain|show|have|include|feature)\\b`,
    "^(?:\\S+ ){1,4}(?:is|are) not (?:visible|present|readable|legible)",
    "^(?:\\S+ ){1,3}(?:ist|sind) nicht (?:zu (?:erkennen|sehen)|erkennbar|sichtbar|vorhanden)",
    "^es (?:ist|sind|gibt) (?:\\p{L}+ )?kein|^kein\\p{L}* [^.]*(?:sichtbar|zu sehen|erkennbar|vorhanden|im bild)",
    "^il n['’]y a (?:pas|aucun)|^aucun|^on ne voit (?:pas|aucun)|^pas d(?:e|['’])",
    "^no hay(?!\\p{L})|^no se (?:ven?|observan?|aprecian?)|^ningun|^ningún|^no aparecen?",
    "^(?:图(?:片|像)?|画面|照片)?(?:里|中|上)?没有|(?:は|が)(?:ありません|見当たりません|見えません|写っていません|いません)。?$",
  ]),
];
