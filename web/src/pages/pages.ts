// SPDX-License-Identifier: Apache-2.0
// The list of pages: their names and what draws them.
import type { ComponentType } from "preact";
import type { PageId } from "../data";
import type { Source } from "../source";
import { ChroniclePage } from "./chronicle";
import { DealsPage } from "./deals";
import { EvidencePage } from "./evidence";
import { FuturesPage } from "./futures";
import { ModelsPage } from "./models";
import { SituationPage } from "./situation";
import { TextPage } from "./text";

type Say = (en: string, zh: string) => string;

export const pages: Record<PageId, { title: (say: Say) => string; page: ComponentType<{ source: Source }> }> = {
  situation: { title: (say) => say("Situation", "局势"), page: SituationPage },
  text: { title: (say) => say("Text", "文本"), page: TextPage },
  deals: { title: (say) => say("Deals", "协议"), page: DealsPage },
  futures: { title: (say) => say("Futures", "前景"), page: FuturesPage },
  models: { title: (say) => say("Models", "模型"), page: ModelsPage },
  chronicle: { title: (say) => say("Chronicle", "纪事"), page: ChroniclePage },
  evidence: { title: (say) => say("Evidence", "证据"), page: EvidencePage },
};
