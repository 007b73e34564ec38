// SPDX-License-Identifier: Apache-2.0
// Jobs as they go on: the server's events where they come, questions every other second where they do not.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Job } from "../api";
import { ask, Refused } from "../ask";

const streams = 3; // a browser holds six connections to one server; the rest of the jobs are asked after
const pause = 2000; // ms between questions
const silence = 10_000; // ms without an event after which a stream counts as broken

export interface Jobs {
  jobs: Job[]; // the latest first
  fault: Error | null;
  add: (job: Job) => void;
  refresh: () => void;
}

// `ended` is called when a job that ran before runs no longer.
export function useJobs(ended: (job: Job) => void): Jobs {
  const [jobs, setJobs] = useState<Job[]>([]);
  const [fault, setFault] = useState<Error | null>(null);
  const known = useRef(new Map<string, Job>());
  const tell = useRef(ended);
  tell.current = ended;
  const put = (job: Job) => {
    const was = known.current.get(job.id);
    if (was && was.state !== "running" && job.state === "running") return; // an answer that came late
    known.current.set(job.id, job);
    setJobs([...known.current.values()].reverse());
    if (was?.state === "running" && job.state !== "running") tell.current(job);
  };
  const failed = (problem: Error) => {
    if (problem instanceof Refused && problem.status === 404) return; // the server no longer keeps it
    setFault(problem);
  };
  const refresh = () => {
    ask<Job[]>("/api/jobs").then((all) => {
      setFault(null);
      all.forEach(put);
    }, setFault);
  };
  useEffect(() => {
    refresh();
    const seen = () => document.visibilityState === "visible" && refresh(); // started in another window meanwhile
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  }, []);
  const running = jobs.filter((job) => job.state === "running").map((job) => job.id);
  useEffect(() => {
    const heard = (job: Job) => {
      setFault(null);
      put(job);
    };
    const stops = running.map((id, place) => watch(id, place < streams, heard, failed));
    return () => stops.forEach((stop) => stop());
  }, [running.join()]);
  return { jobs, fault, add: put, refresh };
}

// Follows one job until it is stopped: returns how.
export function watch(id: string, stream: boolean, heard: (job: Job) => void, failed: (fault: Error) => void): () => void {
  let last = 0; // time of the last event
  let asking = false;
  const source = stream && "EventSource" in window ? new EventSource(`/api/jobs/${encodeURIComponent(id)}/events`) : null;
  const stop = () => {
    source?.close();
    clearInterval(timer);
  };
  const take = (job: Job) => {
    if (job.state !== "running") stop(); // or the browser would open the closed stream again
    heard(job);
  };
  source?.addEventListener("job", (event) => {
    last = Date.now();
    take(JSON.parse((event as MessageEvent<string>).data) as Job);
  });
  // The browser opens a broken stream again by itself; until it does, or when it has given up, the job is asked after.
  source?.addEventListener("error", () => (last = 0));
  const timer = setInterval(() => {
    if (asking || Date.now() - last < silence) return;
    asking = true;
    ask<Job>(`/api/jobs/${encodeURIComponent(id)}`)
      .then(take, failed)
      .finally(() => (asking = false));
  }, pause);
  return stop;
}
