// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "armistice/model/domain.h"
#include "armistice/output/provenance.h"
#include "armistice/theory/solutions.h"

// A domain written for other programs. What is read back is the same space to 1e-12.
namespace armistice {

enum class DomainFormat { genius, geniusweb };

// What the format cannot hold of the domain, one problem each; none: it can be written. GENIUS: interactions,
// constraints, utilities below 0 or above 1. GeniusWeb besides: discounts, and a reservation value that no package has.
Problems cannot_hold(const Domain& domain, DomainFormat format);

// Writes domain and profiles into a new folder, which appears whole or not at all; returns the names of the files. The
// folder must not be there yet, or be empty. The domain must fit (cannot_hold). Throws std::runtime_error when the disk
// refuses. Integer and real issues become discrete ones with the same options.
std::vector<std::string> write_domain(const Domain& domain, DomainFormat format, const std::filesystem::path& folder);

// Writes every allowed package as a line of CSV, one after another, so that memory does not grow with their number:
// number, one column an issue (the option's name), one a party (its utility), rational, pareto (1 or 0). The file
// appears whole or not at all. Throws std::runtime_error when the disk refuses.
void write_packages_csv(const Domain& domain, const Frontier& pareto, const Provenance& provenance,
                        const std::filesystem::path& path);

}  // namespace armistice
