// SPDX-License-Identifier: Apache-2.0
// The two languages of the pages. Wordings stand in pairs where they are used: say("Endings", "结局").
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language, Said } from "./data";

export const LanguageContext = createContext<Language>("en");

export interface Speaker {
  lang: Language;
  say: (en: string, zh: string) => string;
  said: (phrase: Said) => string; // a phrase of the data; the other language where one is missing
}

export function speaker(lang: Language): Speaker {
  return {
    lang,
    say: (en, zh) => (lang === "zh" ? zh : en),
    said: (phrase) => (lang === "zh" ? phrase.zh || phrase.en : phrase.en || phrase.zh),
  };
}

export function useLanguage(): Speaker {
  return speaker(useContext(LanguageContext));
}
