// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/analysis.h>
#include <base/article.h>
#include <base/result.h>
#include <brief/briefdocument.h>

#include <string>
#include <string_view>
#include <vector>

namespace brief {

enum class Paper { A4, Letter };

// All a one-article brief is made from; kept beside the brief as its sidecar, from which the same bytes can
// be made again.
struct BriefInput {
    base::Article article;
    base::Analysis analysis;
    int storySources = 1;
    std::string trendTopic; // the topic the trend is of
    std::vector<double> trend; // one mean sentiment a day, oldest first; empty when too few days are known
    std::string desk;
    base::Instant made = {};
    Paper paper = Paper::A4;
    std::string sidecar; // file name of the sidecar, named in the footer; empty for none
};

// Decides what stands in the brief. Evidence is numbered in order of first use. Pure.
BriefDocument build(const BriefInput& input);

// The sidecar's text (JSON, UTF-8) and back. InvalidInput when it is not a brief's sidecar or not of a
// version this program reads.
std::string toSidecar(const BriefInput& input);
base::Result<BriefInput> fromSidecar(std::string_view text);

} // namespace brief
