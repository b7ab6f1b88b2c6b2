import { type Conversation, talk } from "../types.ts";
import {
  all,
  beach,
  camera,
  cats,
  city,
  country,
  dogs,
  every,
  located,
  month,
  morning,
  named,
  night,
  not,
  person,
  rated,
  season,
  shape,
  some,
  weekday,
  year,
} from "../where.ts";

const lisbon = city("Lisbon");
const nice = city("Nice");

export const germanTalks: Conversation[] = [
  talk(
    "German",
    ["Fotos aus Lissabon", { set: lisbon }],
    ["nur die aus 2023", { set: all(lisbon, year(2023)) }],
    ["und nur im Hochformat", { set: all(lisbon, year(2023), shape("portrait")) }],
    ["zurück", { set: all(lisbon, year(2023)) }],
    ["stattdessen 2026", { set: all(lisbon, year(2026)) }],
    ["vergiss das Datum", { set: lisbon }],
    ["auch Porto", { set: city("Lisbon", "Porto") }],
    ["wie viele sind das?", { count: city("Lisbon", "Porto") }],
  ),
  talk(
    "German",
    ["beach", { set: beach }],
    ["nur in Nizza", { set: all(beach, nice) }],
    ["von vorne", { set: every }],
    ["Bilder von Ben in Berlin", { set: all(person("Ben"), city("Berlin")) }],
    ["aber nicht nachts", { set: all(person("Ben"), city("Berlin"), not(night)) }],
    ["nur die mit Anna", { set: all(person("Ben", "Anna"), city("Berlin"), not(night)) }],
  ),
  talk(
    "German",
    ["Jordan", { set: country("Jordan") }],
    ["nein, ich meinte die Person", { set: person("Jordan") }],
  ),
  talk(
    "German",
    ["aus Sydney, älteste zuerst", { set: city("Sydney"), order: "oldest" }],
    ["die letzten zwei", { shownAt: [-1, -2] }],
    ["wann wurde das erste aufgenommen?", { answer: [/22\. Juli 2018/] }],
  ),
  talk(
    "German",
    ["Fotos aus Nizza", { set: nice }],
    ["und was ist mit Paris?", { set: city("Paris") }],
    ["nur im Sommer", { set: all(city("Paris"), season("summer")) }],
    ["ohne Maria", { set: all(city("Paris"), season("summer"), not(person("Maria Schmidt"))) }],
    ["rückgängig", { set: all(city("Paris"), season("summer")) }],
    ["wo war das?", { answer: [/Paris/] }],
  ),
  talk(
    "German",
    ["Anna in Portugal", { set: all(person("Anna"), country("Portugal")) }],
    ["egal wo", { set: person("Anna") }],
    ["nein, Ben", { set: person("Ben") }],
  ),
  talk(
    "German",
    ["alles mit der Canon", { set: camera("Canon EOS 40D") }],
    ["nur im Ausland", { set: all(camera("Canon EOS 40D"), located, not(country("Germany"))) }],
    [
      "davon nur die mit mindestens vier Sternen",
      {
        set: all(camera("Canon EOS 40D"), located, not(country("Germany")), rated(4)),
      },
    ],
    ["lass die Kamera weg", { set: all(located, not(country("Germany")), rated(4)) }],
  ),
  talk(
    "German",
    ["Bilder aus Tokio, älteste zuerst", { set: city("Tokyo"), order: "oldest" }],
    ["wer ist auf dem dritten Foto?", { answer: [/Anna/] }],
    ["nur die ersten zwei", { set: named("tokyo-crossing", "tokyo-cherry") }],
  ),
  talk(
    "German",
    ["Berlin im Dezember", { set: all(city("Berlin"), month(12)) }],
    ["oder im Januar", { set: all(city("Berlin"), month(12, 1)) }],
    ["nur 2022", { set: all(city("Berlin"), month(12, 1), year(2022)) }],
    ["wie viele davon zeigen Anna?", { count: named("berlin-christmas-2022") }],
  ),
  talk(
    "German",
    ["Porto oder Nizza", { set: some(city("Porto"), nice) }],
    ["nur morgens", { set: all(some(city("Porto"), nice), morning) }],
  ),
  talk(
    "German",
    ["cats or dogs", { set: some(cats, dogs) }],
    ["nur am Wochenende", { set: all(some(cats, dogs), weekday(6, 7)) }],
    ["danke!", { chat: true }],
    ["wie viele Fotos habe ich insgesamt?", { count: every }],
  ),
];
