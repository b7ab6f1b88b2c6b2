import type { CaptionWords } from "../language.ts";

export const captionWords: CaptionWords = {
  stopWords: `aber alle allen als am auf aus bei bild bilder bin bist da das dass dein dem den der des dich die dies diese diesem diesen
    dieser dieses dir du ein eine einem einen einer eines er es fotos foto für gib habe haben ich ihr im ins ist kein keine
    mein meine meinem meinen meiner mich mir mit nach nicht noch oder sein seine sich sie sind suche über um und uns unser unsere
    unter vom von vor wann was wer wie wir wo zeig zeige zu zum zur`,
  praise: "schön schöne schönen schönes tolle tollen tolles hübsche hübschen",
  prepositions: `auf an bei nach neben unter über hinter vor zwischen mit von zu durch um während gegen gegenüber entlang innerhalb
    außerhalb`,
  articles: "ein eine einen einem einer der die das den",
  denials: "kein keine keinen keinem keiner keines nicht ohne niemand weder noch",
  hedges: "vielleicht möglicherweise vermutlich wahrscheinlich wohl könnte dürfte",
  bounds: "als aber ist sind war waren kann hat haben",
  seen: "sehen sichtbar",
  copulas: "",
  binding: "ding dinge dingen sache sachen zeug etwas irgendetwas",
  counts: "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
  groups: "gruppe mehrere viele",
  countLinks: "von aus",
  ourselves: "uns wir",
  plurals: "",
  monochrome:
    "schwarzweißfotos|schwarzweißfoto|schwarzweißbilder|schwarzweißbild|schwarzweiß|schwarzweiße|schwarzweißen|schwarzweißes|schwarz weiß|schwarz weiße|schwarz weißen|schwarz weißes|schwarz und weiß",
  likenesses: "porträt porträts aufnahme aufnahmen selfie selfies film",
};
