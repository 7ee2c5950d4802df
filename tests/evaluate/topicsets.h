// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "labelledsets.h"

#include <engine/training/topictrainer.h>

#include <string>
#include <vector>

// The texts the topics are made from and measured on.
namespace evaluate {

struct TopicLine {
    std::string title;
    std::string body;
    std::vector<std::string> topics; // names; of a post: those any of which its label stands for
    std::string label; // of a post
    Part part = Part::Build;
};

// The 20 labels of Twitter Financial News Topic in the engine's topics. Labels that tell the form of a post
// rather than what it is of stand for none: company news, general news, stock commentary.
const std::vector<std::string>& topicsOfLabel(const std::string& label);
// "text,label"; a fifth, by hash of the text, is Measure.
std::vector<TopicLine> readTopicPosts(const std::string& file);
// All *.tsv of a folder: topics separated by "; ", title, text. Those named *-measure.tsv are Measure.
std::vector<TopicLine> readTopicLeads(const std::string& folder);

// What the shipped weights are made from; `measured` true adds the held-out posts. Leads that are only
// measured are never among them.
std::vector<engine::TopicText> topicTrainingTexts(
    const engine::Pack& pack, const std::string& shared, const std::string& leads, bool measured);

} // namespace evaluate
