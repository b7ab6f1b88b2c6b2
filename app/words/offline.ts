import { spokenIn } from "./language.ts";

/** The strings of Glimpse as an installed app, in the language of the screens. */
export const installWords = spokenIn({
  en: { lost: "The photos that you shared did not arrive here. Please share them once more." },
  de: { lost: "Die Fotos, die du geteilt hast, sind hier nicht angekommen. Bitte teile sie noch einmal." },
  es: { lost: "Las fotos que compartiste no han llegado aquí. Compártelas otra vez, por favor." },
  fr: { lost: "Les photos que vous avez partagées ne sont pas arrivées ici. Partagez-les encore une fois." },
});

interface OfflineWords {
  lang: string;
  title: string;
  body: string;
  retry: string;
}

const words: Record<string, OfflineWords> = {
  en: {
    lang: "en",
    title: "Glimpse cannot be reached",
    body: "It runs on a machine of yours. Is that machine on, and are you in the same network?",
    retry: "Try again",
  },
  de: {
    lang: "de",
    title: "Glimpse ist nicht erreichbar",
    body: "Es läuft auf einem Rechner von dir. Ist er an, und bist du im selben Netz?",
    retry: "Noch einmal versuchen",
  },
  es: {
    lang: "es",
    title: "No se puede llegar a Glimpse",
    body: "Funciona en una máquina tuya. ¿Está encendida, y estás en la misma red?",
    retry: "Intentar otra vez",
  },
  fr: {
    lang: "fr",
    title: "Glimpse est injoignable",
    body: "Il tourne sur une machine à vous. Est-elle allumée, et êtes-vous sur le même réseau ?",
    retry: "Réessayer",
  },
};

/** The strings of the page that stands in for Glimpse while it cannot be reached; English for other languages. */
export const offlineWords = (language: string): OfflineWords =>
  words[language.slice(0, 2).toLowerCase()] ?? (words.en as OfflineWords);
