// SPDX-License-Identifier: Apache-2.0
// Wordings that several parts of the desk share. The server says what a mechanism or a number means in English; the
// mechanisms, few and fixed, have their Chinese here, and one that is new is shown as the server words it.
import type { Job } from "../api";

type Say = (en: string, zh: string) => string;

const mechanisms: Record<string, string> = {
  fight: "战线移动",
  losses: "兵员与装备变化",
  economy: "消耗储备并拖累生产",
  aid: "援助会疲软、被削减或恢复（关闭：维持现状）",
  strikes: "远程打击",
  tempo: "攻势、阵地战、战事减弱",
  will: "战争意志变化",
  collapse: "一方可能崩溃",
  leaders: "领导人可能更换",
  learn: "各方从战场学习",
  guesses: "退出价值为私人信息（关闭：众所周知）",
  talk: "各方就文本会谈",
  annealing: "寻找文本时偶尔接受更差的一步",
  pressure: "期限、施压手段与调停者的耐心",
  leaks: "使者泄露退出价值",
  audiences: "谈判者担心在国内失败",
  ratify: "国内受众决定是否批准（关闭：协议一律通过）",
  ties: "公开表态束缚表态者",
  breakdown: "协议可能破裂，各方也知道（关闭：承诺完全可信）",
  red_lines: "越过红线要付出代价",
};
export function meaningOf(mechanism: { name: string; meaning: string }, say: Say): string {
  return say(mechanism.meaning, mechanisms[mechanism.name] ?? mechanism.meaning);
}

export function protocolName(id: string, say: Say): string {
  if (id === "text") return say("text: the mediator's", "文本：调停者的文本");
  if (id === "offers") return say("offers: a side's pen, in turn", "出价：双方轮流执笔");
  if (id === "ultimatum") return say("ultimatum: the text on the table", "最后通牒：桌上的文本");
  if (id === "attrition") return say("attrition: who yields first", "消耗：谁先让步");
  return id;
}

export function stateName(state: Job["state"], say: Say): string {
  if (state === "running") return say("running", "运行中");
  if (state === "done") return say("finished", "已完成");
  if (state === "stopped") return say("stopped", "已停止");
  return say("failed", "失败");
}

// 10000: "10,000".
export function grouped(count: number): string {
  return count.toLocaleString("en");
}

// Rough on purpose: the rate of a study changes while it runs.
export function timeLeft(seconds: number | null, say: Say): string {
  if (seconds === null || !Number.isFinite(seconds)) return say("time left not known yet", "剩余时间未知");
  if (seconds < 10) return say("a few seconds left", "还剩几秒");
  if (seconds < 90) {
    const tens = Math.round(seconds / 10) * 10;
    return say(`about ${tens} seconds left`, `约剩 ${tens} 秒`);
  }
  if (seconds < 5400) {
    const minutes = Math.round(seconds / 60);
    return say(`about ${minutes} minutes left`, `约剩 ${minutes} 分钟`);
  }
  const hours = Math.round(seconds / 3600);
  return say(`about ${hours} hours left`, `约剩 ${hours} 小时`);
}

// A value of the dossier: 0.30000001192 reads 0.3.
export function plainNumber(value: number): string {
  return String(Number(value.toPrecision(6)));
}

// The name of a new study beside those that are there: "isles", "isles-2", ... A name that ends in a count goes on
// counting: beside "base-2" stands "base-3".
export function freeName(wish: string, taken: string[]): string {
  const names = new Set(taken.map((path) => path.split("/").pop()!));
  if (!names.has(wish)) return wish;
  const stem = wish.replace(/-\d{1,4}$/, "");
  let count = 2;
  while (names.has(`${stem}-${count}`)) ++count;
  return `${stem}-${count}`;
}
