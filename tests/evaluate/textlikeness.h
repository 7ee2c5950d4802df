// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace evaluate {

using Words = std::vector<std::string>;

// Runs of letters and digits, ASCII letters in lower case.
Words wordsOf(std::string_view text);

// Whether tf-idf (1 + log of the count, times log(1 + N/df)) tells which text another was written about.
class Swap final {
public:
    explicit Swap(const std::vector<std::string>& texts);

    // Whether `written` is nearest to its own text among ten: that and nine others by a fixed stride.
    bool finds(std::size_t own, const std::string& written) const;

private:
    std::map<std::string, double> vectorOf(const std::string& text) const;

    std::map<std::string, double> m_frequency;
    std::vector<std::map<std::string, double>> m_vectors;
    double m_total = 0;
};

// BLEU-4 of each text against all others, in the mean (Zhu et al. 2018); no smoothing, brevity set aside.
double selfBleu(const std::vector<std::string>& texts);

} // namespace evaluate
