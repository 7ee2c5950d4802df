// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "textlikeness.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>

namespace evaluate {

namespace {

constexpr std::size_t Choices = 10; // of the swap test

double cosine(const std::map<std::string, double>& a, const std::map<std::string, double>& b)
{
    double sum = 0;
    for (const auto& [word, weight] : a) {
        if (const auto other = b.find(word); other != b.end())
            sum += weight * other->second;
    }
    return sum;
}

} // namespace

Words wordsOf(std::string_view text)
{
    Words words;
    std::string word;
    for (const char letter : std::string(text) + ' ') {
        const auto byte = static_cast<unsigned char>(letter);
        if (std::isalnum(byte) != 0 || byte >= 0x80) {
            word += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
        } else if (!word.empty()) {
            words.push_back(word);
            word.clear();
        }
    }
    return words;
}

Swap::Swap(const std::vector<std::string>& texts)
    : m_total(static_cast<double>(texts.size()))
{
    for (const std::string& text : texts) {
        const Words words = wordsOf(text);
        for (const std::string& word : std::set<std::string>(words.begin(), words.end()))
            ++m_frequency[word];
    }
    for (const std::string& text : texts)
        m_vectors.push_back(vectorOf(text));
}

bool Swap::finds(std::size_t own, const std::string& written) const
{
    const std::map<std::string, double> vector = vectorOf(written);
    const double wanted = cosine(vector, m_vectors[own]);
    for (std::size_t step = 1; step < Choices; ++step) {
        const std::size_t other = (own + step * 11) % m_vectors.size();
        if (other != own && cosine(vector, m_vectors[other]) >= wanted)
            return false;
    }
    return wanted > 0;
}

std::map<std::string, double> Swap::vectorOf(const std::string& text) const
{
    std::map<std::string, double> vector;
    for (const std::string& word : wordsOf(text)) {
        if (m_frequency.contains(word))
            ++vector[word];
    }
    double norm = 0;
    for (auto& [word, weight] : vector) {
        weight = (1 + std::log(weight)) * std::log(1 + m_total / m_frequency.at(word));
        norm += weight * weight;
    }
    for (auto& [word, weight] : vector)
        weight /= std::sqrt(norm);
    return vector;
}

double selfBleu(const std::vector<std::string>& texts)
{
    constexpr std::size_t Longest = 4;
    using Grams = std::map<std::string, int>;
    std::vector<std::vector<Grams>> grams(texts.size(), std::vector<Grams>(Longest));
    std::vector<std::map<std::string, std::pair<int, int>>> most(Longest); // highest count, second highest
    for (std::size_t at = 0; at < texts.size(); ++at) {
        const Words words = wordsOf(texts[at]);
        for (std::size_t size = 1; size <= Longest; ++size) {
            for (std::size_t first = 0; first + size <= words.size(); ++first) {
                std::string gram;
                for (std::size_t word = first; word < first + size; ++word)
                    gram += words[word] + ' ';
                ++grams[at][size - 1][gram];
            }
            for (const auto& [gram, count] : grams[at][size - 1]) {
                auto& [best, second] = most[size - 1][gram];
                if (count > best) {
                    second = best;
                    best = count;
                } else {
                    second = std::max(second, count);
                }
            }
        }
    }
    double sum = 0;
    for (const std::vector<Grams>& own : grams) {
        double logs = 0;
        bool zero = false;
        for (std::size_t size = 0; size < Longest; ++size) {
            double hits = 0;
            double all = 0;
            for (const auto& [gram, count] : own[size]) {
                const auto& [best, second] = most[size].at(gram);
                hits += std::min(count, best == count ? second : best);
                all += count;
            }
            zero = zero || hits <= 0;
            logs += hits > 0 ? std::log(hits / all) / Longest : 0;
        }
        sum += zero ? 0 : std::exp(logs);
    }
    return texts.empty() ? 0 : sum / static_cast<double>(texts.size());
}

} // namespace evaluate
