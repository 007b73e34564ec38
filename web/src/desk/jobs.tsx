// SPDX-License-Identifier: Apache-2.0
// The jobs of the server: how far each has come, with a button that stops it.
import { useState } from "preact/hooks";
import type { Job } from "../api";
import { ask } from "../ask";
import { useLanguage } from "../language";
import { percent } from "../numbers";
import { hashOf } from "../place";
import { FaultNotice } from "./fault";
import { hashOfView } from "./views";
import { grouped, stateName, timeLeft } from "./words";

export function JobList({ jobs, add }: { jobs: Job[]; add: (job: Job) => void }) {
  const { say } = useLanguage();
  return (
    <section class="figure" aria-labelledby="desk-jobs">
      <h2 id="desk-jobs" tabIndex={-1}>
        {say("Jobs", "任务")}
      </h2>
      {jobs.length === 0 ? (
        <p>{say("Nothing has been started since the server began.", "服务器启动以来还没有任务。")}</p>
      ) : (
        <ul class="cards">
          {jobs.map((job) => (
            <JobCard key={job.id} job={job} add={add} />
          ))}
        </ul>
      )}
    </section>
  );
}

function JobCard({ job, add }: { job: Job; add: (job: Job) => void }) {
  const { say } = useLanguage();
  const [stopping, setStopping] = useState(false);
  const [fault, setFault] = useState<Error | null>(null);
  const running = job.state === "running";
  const share = job.runs > 0 ? Math.min(1, job.runs_done / job.runs) : 0;
  const done = say(`${grouped(job.runs_done)} of ${grouped(job.runs)} runs`, `${grouped(job.runs)} 次中的 ${grouped(job.runs_done)} 次`);
  const stop = () => {
    setStopping(true);
    setFault(null);
    ask<Job>(`/api/jobs/${encodeURIComponent(job.id)}`, { method: "DELETE" }).then(add, (problem: Error) => {
      setStopping(false);
      setFault(problem);
    });
  };
  return (
    <li class={`job ${job.state}`}>
      <h3>
        {job.study} <span class="state">{stopping && running ? say("stopping …", "正在停止……") : stateName(job.state, say)}</span>
      </h3>
      <div
        class="bar"
        role="progressbar"
        aria-label={say(`Progress of ${job.study}`, `${job.study} 的进度`)}
        aria-valuemin={0}
        aria-valuemax={job.runs}
        aria-valuenow={job.runs_done}
        aria-valuetext={done}
      >
        <div style={{ width: `${share * 100}%` }} />
      </div>
      <p class="soft">
        {[
          `${done} (${percent(share, 0)})`,
          ...(running && job.rate > 0 ? [say(`${grouped(Math.round(job.rate))} runs a second`, `每秒 ${grouped(Math.round(job.rate))} 次`)] : []),
          ...(running ? [timeLeft(job.seconds_left, say)] : []),
        ].join(" · ")}
      </p>
      {job.message !== "" && <p class={job.state === "failed" ? "wrong" : ""}>{job.message}</p>}
      {fault && <FaultNotice fault={fault} />}
      <p class="acts">
        {running && (
          <button type="button" disabled={stopping} onClick={stop} aria-label={say(`Stop ${job.study}`, `停止 ${job.study}`)}>
            {say("Stop", "停止")}
          </button>
        )}
        {job.state === "done" && (
          <a href={hashOf({ study: job.study, page: "futures" })}>{say(`Open the pages of ${job.study}`, `打开 ${job.study} 的页面`)}</a>
        )}
        {job.state === "stopped" && (
          <>
            <span class="soft">{say("What was finished is kept.", "已完成的部分会保留。")}</span>
            <a href={hashOfView({ kind: "on", study: job.study })}>{say(`Go on with ${job.study}`, `继续 ${job.study}`)}</a>
          </>
        )}
      </p>
    </li>
  );
}
