// SPDX-License-Identifier: Apache-2.0
// The frame around every page: title, languages, light and dark, the way from page to page, and what must be said of
// any result: warnings, what the model leaves out, who may see it.
import { useEffect, useRef, useState } from "preact/hooks";
import { pageIds, type Language, type PageId } from "./data";
import { Desk } from "./desk/desk";
import { HeadContext } from "./figure";
import { LanguageContext, speaker, useLanguage } from "./language";
import { pages } from "./pages/pages";
import { hashOf, usePlace } from "./place";
import { Waiting } from "./section";
import { sourceOfServer, type Source } from "./source";

type Theme = "light" | "dark";

export function App({ report }: { report: Source | null }) {
  const place = usePlace();
  const [lang, setLang] = useState<Language>(report?.head.lang ?? (navigator.language.startsWith("zh") ? "zh" : "en"));
  const [theme, setTheme] = useState<Theme>(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  useEffect(() => {
    document.documentElement.lang = lang === "zh" ? "zh-Hans" : "en";
  }, [lang]);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const { say } = speaker(lang);
  const toMain = (event: Event) => {
    event.preventDefault();
    document.getElementById("main")?.focus();
  };
  return (
    <LanguageContext.Provider value={lang}>
      <a class="skip" href="#main" onClick={toMain}>
        {say("Skip to the page", "跳到正文")}
      </a>
      <section class="settings" aria-label={say("Settings", "设置")}>
        {report === null && <a href="#/desk">{say("Desk", "控制台")}</a>}
        <button type="button" lang={lang === "zh" ? "en" : "zh-Hans"} onClick={() => setLang(lang === "zh" ? "en" : "zh")}>
          {lang === "zh" ? "English" : "中文"}
        </button>
        <button type="button" aria-pressed={theme === "dark"} onClick={() => setTheme(theme === "dark" ? "light" : "dark")}>
          {say("Dark", "深色")}
        </button>
      </section>
      {report !== null ? (
        <StudyPages source={report} page={place.page === "desk" ? null : place.page} study={null} />
      ) : place.study === null ? (
        <Desk />
      ) : (
        <Waiting key={place.study} load={() => sourceOfServer(place.study!)}>
          {(source) => <StudyPages source={source} page={place.page === "desk" ? null : place.page} study={place.study} />}
        </Waiting>
      )}
    </LanguageContext.Provider>
  );
}

function StudyPages({ source, page, study }: { source: Source; page: PageId | null; study: string | null }) {
  const { say, said } = useLanguage();
  const { head } = source;
  const there = pageIds.filter((id) => head.pages.includes(id));
  const shown = page !== null && there.includes(page) ? page : there[0]!;
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const title = said(head.dossier.title);
  const words = pages[shown].title(say);
  useEffect(() => {
    document.title = `${words} · ${title}`;
    if (!first.current) main.current?.focus(); // a reader of the screen hears the new page
    first.current = false;
  }, [shown, words]);
  const Page = pages[shown].page;
  return (
    <HeadContext.Provider value={head}>
      <header class="head">
        <p class="title">{title}</p>
        <p class="subtitle">
          {say("as of", "截至")} {head.dossier.as_of} · {head.runs.toLocaleString("en")} {say("histories", "次模拟")} ·{" "}
          {head.dossier.handling}
        </p>
        {head.set.length + head.off.length > 0 && (
          <p class="subtitle">
            {head.set.length > 0 && `${say("numbers set by hand", "改动的数")}: ${head.set.join(", ")}`}
            {head.set.length > 0 && head.off.length > 0 && " · "}
            {head.off.length > 0 && `${say("switched off", "已关闭的机制")}: ${head.off.join(", ")}`}
          </p>
        )}
        <nav aria-label={say("Pages", "页面")}>
          <ul>
            {there.map((id) => (
              <li>
                <a href={hashOf({ study, page: id })} aria-current={id === shown ? "page" : undefined}>
                  {pages[id].title(say)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="main" tabIndex={-1} ref={main} aria-label={words}>
        <h1>{words}</h1>
        <Caveats source={source} open={shown === there[0]} />
        <Page key={`${study ?? ""}/${shown}`} source={source} />
      </main>
      <footer>
        <p>
          {head.program} {head.version} · {head.dossier.id} {head.dossier.hash} · {say("as of", "截至")} {head.dossier.as_of} ·{" "}
          {say("seed", "种子")} {head.seed} · {head.made}
        </p>
        <p>
          <code>{head.command}</code>
        </p>
        <p>
          {say("handling", "使用范围")}: {head.dossier.handling}
        </p>
      </footer>
    </HeadContext.Provider>
  );
}

// Open on the first page; one line elsewhere.
function Caveats({ source, open }: { source: Source; open: boolean }) {
  const { say, said } = useLanguage();
  const { warnings, left_out, confidence } = source.head;
  return (
    <details class="caveats" open={open}>
      <summary>
        {say("Before you read", "阅读之前")}: {say("confidence", "置信程度")} {said(confidence.level)}
        {warnings.length > 0 && ` · ${warnings.length} ${say(warnings.length === 1 ? "warning" : "warnings", "条提醒")}`}
      </summary>
      <p>{said(confidence.why)}</p>
      {warnings.length > 0 && (
        <ul class="warnings">
          {warnings.map((warning) => (
            <li>{said(warning)}</li>
          ))}
        </ul>
      )}
      <p>{say("What the model leaves out, and what it cannot say:", "模型没有考虑、也无法说明的：")}</p>
      <ul>
        {left_out.map((thing) => (
          <li>{said(thing)}</li>
        ))}
      </ul>
    </details>
  );
}
