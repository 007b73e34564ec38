// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "armistice/study/stability.h"

// States, moves and reasons of a conflict in words, English or Chinese.
namespace armistice {

// What a state is called: its name; the options taken in it; "" where there is neither.
std::string state_label(const Conflict& conflict, stability::State state, std::string_view lang);

// "7 (ceasefire, guarantee)", or "7" alone.
std::string state_words(const Conflict& conflict, stability::State state, std::string_view lang);

std::string party_label(const Conflict& conflict, int party, std::string_view lang);

// "N", "G", "S", "Q", "SQ".
std::string_view notion_letters(stability::Notion notion);
// "better", "as good", "worse", "of unknown worth".
std::string_view compared_words(Compared compared, std::string_view lang);

// "Washington then Kyiv" of an answer.
std::string movers_words(const Conflict& conflict, const std::vector<stability::Step>& steps, std::string_view lang);
// "Washington to 3, Kyiv to 12".
std::string way_words(const Conflict& conflict, const std::vector<stability::Step>& steps, std::string_view lang);

// Why a state is stable or not for a party, in one or more sentences.
//
//   "Moscow could move to 7, but Washington then Kyiv can answer with 12, worse for Moscow."
std::string reason_words(const Conflict& conflict, int party, stability::Notion notion, const Reason& why,
                         std::string_view lang);

}  // namespace armistice
