// SPDX-License-Identifier: Apache-2.0
// The page an analyst works at: what the served folder holds, what is being computed, a form for the next forecast,
// and two studies side by side.
import { useEffect, useRef, useState } from "preact/hooks";
import type { DossierLine, Job, StudyLine } from "../api";
import { ask } from "../ask";
import { useLanguage } from "../language";
import { Compare } from "./compare";
import { DossierList } from "./dossiers";
import { FaultNotice, useAsked } from "./fault";
import { ForecastForm } from "./form";
import { JobList } from "./jobs";
import { StudyList } from "./studies";
import { SummaryOnly } from "./summary";
import { hashOfView, viewOf, type View } from "./views";
import { useJobs } from "./watch";
import { grouped, stateName } from "./words";
import "./desk.css";

const home = hashOfView({ kind: "home" });

export function Desk() {
  const { say } = useLanguage();
  const view = useView();
  const [news, setNews] = useState<Job | null>(null); // said once, not at every step
  const dossiers = useAsked(() => ask<DossierLine[]>("/api/dossiers"), []);
  const studies = useAsked(() => ask<StudyLine[]>("/api/studies"), []);
  const { jobs, fault, add, refresh } = useJobs((job) => {
    setNews(job);
    studies.again();
  });
  const started = (job: Job) => {
    add(job);
    setNews(job);
    studies.again();
    location.hash = home;
  };
  const again = () => {
    dossiers.again();
    studies.again();
    refresh();
  };
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const title = titleOf(view, say);
  useEffect(() => {
    document.title = `${title} · armistice`;
    if (!first.current) main.current?.focus(); // a reader of the screen hears the new page
    first.current = false;
  }, [hashOfView(view), title]);
  const problem = dossiers.fault ?? studies.fault ?? fault;
  return (
    <main id="main" tabIndex={-1} ref={main} aria-label={title} class="desk">
      <h1>{title}</h1>
      {view.kind !== "home" && (
        <p>
          <a href={home}>← {say("Back to the desk", "返回控制台")}</a>
        </p>
      )}
      <p role="status" class="news">
        {news && newsOf(news, say)}
      </p>
      {problem && <FaultNotice fault={problem} again={again} />}
      {dossiers.data && studies.data ? (
        <Shown view={view} dossiers={dossiers.data} studies={studies.data} jobs={jobs} add={add} started={started} />
      ) : (
        !problem && <p class="waiting">{say("Reading the folder …", "正在读取文件夹……")}</p>
      )}
    </main>
  );
}

interface ShownProps {
  view: View;
  dossiers: DossierLine[];
  studies: StudyLine[];
  jobs: Job[];
  add: (job: Job) => void;
  started: (job: Job) => void;
}

function Shown({ view, dossiers, studies, jobs, add, started }: ShownProps) {
  if (view.kind === "new" || view.kind === "again" || view.kind === "on") {
    const stopped = jobs.find((job) => view.kind === "on" && job.study === view.study);
    return (
      <ForecastForm key={hashOfView(view)} view={view} dossiers={dossiers} studies={studies} aimed={stopped?.runs ?? 0} started={started} />
    );
  }
  if (view.kind === "compare") return <Compare one={view.one} other={view.other} studies={studies} />;
  if (view.kind === "summary") return <SummaryOnly key={view.study} study={view.study} studies={studies} />;
  return (
    <>
      <JobList jobs={jobs} add={add} />
      <DossierList dossiers={dossiers} />
      <StudyList studies={studies} />
    </>
  );
}

type Say = (en: string, zh: string) => string;

function titleOf(view: View, say: Say): string {
  if (view.kind === "new") return say("New forecast", "新预测");
  if (view.kind === "again") return say("Run again beside the old one", "在旧研究旁再做一次");
  if (view.kind === "on") return say("Go on with a study", "继续一项研究");
  if (view.kind === "compare") return say("Two studies compared", "两项研究的比较");
  if (view.kind === "summary") return say("Summary of a study", "研究摘要");
  return say("Desk", "控制台");
}

function newsOf(job: Job, say: Say): string {
  const runs = grouped(job.state === "running" ? job.runs : job.runs_done);
  const state = job.state === "running" ? say("started", "已开始") : stateName(job.state, say);
  const text = say(`${job.study}: ${state}, ${runs} runs.`, `${job.study}：${state}，${runs} 次。`);
  return job.state === "failed" && job.message !== "" ? `${text} ${job.message}` : text;
}

function useView(): View {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const moved = () => setHash(location.hash);
    addEventListener("hashchange", moved);
    return () => removeEventListener("hashchange", moved);
  }, []);
  return viewOf(hash);
}
