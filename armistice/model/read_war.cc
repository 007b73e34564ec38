// SPDX-License-Identifier: Apache-2.0
#include "armistice/model/limits.h"
#include "armistice/model/read_parts.h"

namespace armistice {
namespace {

const std::vector<std::string> kinds = {"open", "back", "mediated"};

// Reads [KEY] into a group of numbers; without the table every number is left out.
template <class Group>
void read_single(Reading& reading, Cursor& root, const std::string& key, Group& group) {
  static const Node nothing;
  const Entry* entry = root.find(key);
  if (entry && !is_kind(reading, entry->value, Node::Kind::table, key)) entry = nullptr;
  Cursor table(reading, entry ? entry->value : nothing);
  read_group(table, group, key);
  table.finish();
}

}  // namespace

void read_war(Reading& reading, Cursor& root) {
  Dossier& d = reading.dossier;
  each_table(root, "front", [&](Cursor& table, const std::string& id, const Place& place) {
    Front front;
    front.name = table.name("name", id, place);
    read_group(table, front.number, "front." + id);
    d.fronts.push_back(std::move(front));
    check_count(reading, d.fronts.size(), most_fronts, "fronts", place);
  });
  read_single(reading, root, "war", d.war);
  each_table(root, "aid", [&](Cursor& table, const std::string& id, const Place& place) {
    Aid aid;
    aid.name = table.name("name", id, place);
    aid.from = table.need_ref("from");
    aid.to = table.need_ref("to");
    read_group(table, aid.number, "aid." + id);
    d.aids.push_back(std::move(aid));
    check_count(reading, d.aids.size(), most_aids, "streams of aid", place);
  });
  read_single(reading, root, "hold", d.hold);
}

void read_talks(Reading& reading, Cursor& root) {
  Dossier& d = reading.dossier;
  each_table(root, "lever", [&](Cursor& table, const std::string& id, const Place& place) {
    Lever lever;
    lever.name = table.name("name", id, place);
    lever.by = table.need_ref("by");
    lever.on = table.need_ref("on");
    LeverNumbers::list(lever.number, [&](Number& number, const Spec& spec) {
      // What a lever does not name it does not do; how credible it is, is an assumption.
      number = read_number(table, "lever." + id, spec, spec.high == 0 ? Omitted::structural : Omitted::assumed);
    });
    d.levers.push_back(std::move(lever));
    check_count(reading, d.levers.size(), most_levers, "levers", place);
  });
  each_table(root, "channel", [&](Cursor& table, const std::string& id, const Place& place) {
    Channel channel;
    channel.name = table.name("name", id, place);
    channel.kind = table.word("kind", kinds, "open");
    channel.members = table.refs("members");
    if (channel.members.empty())
      reading.report(table.place(), "a channel asks for members", "whose gains are weighed?");
    if (const Entry* bias = table.find("bias"); bias && is_kind(reading, bias->value, Node::Kind::table, "bias")) {
      for (const Entry& entry : bias->value.entries) {
        const Spec spec{"bias", "factor", 0, 10, 1, 1, 1, "weight of the party's gain in the mediator's eyes"};
        const std::string path = fmt::format("channel.{}.bias.{}", id, entry.key);
        channel.bias[entry.key] = read_number(reading, entry.value, path, spec);
      }
    }
    read_group(table, channel.number, "channel." + id);
    d.channels.push_back(std::move(channel));
    check_count(reading, d.channels.size(), most_channels, "channels", place);
  });
  static const Node nothing;
  const Entry* entry = root.find("mediation");
  if (entry && !is_kind(reading, entry->value, Node::Kind::table, "mediation")) entry = nullptr;
  Cursor table(reading, entry ? entry->value : nothing);
  d.mediation.mediator = table.ref("mediator");
  d.mediation.first = table.ref("first");
  // Where nobody mediates no number of the mediator's is asked for, and none is an assumption.
  const Omitted how = d.mediation.mediator.id.empty() ? Omitted::structural : Omitted::assumed;
  read_group(table, d.mediation.number, "mediation", how);
  table.finish();
}

}  // namespace armistice
