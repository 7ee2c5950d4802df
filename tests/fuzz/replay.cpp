// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// Runs a fuzz target without a fuzzer, so that every build has the short run: each seed of the folder, then
// `count` inputs made from them by the same dice every time.
//
//   fuzz-feed FOLDER [COUNT]      fuzz-feed FILE
//
// A crash leaves its input as <program>.input in the working folder. One input may take a second of processor
// time.
#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size);

namespace {

constexpr std::size_t MaxSize = 64 << 10;
constexpr double MaxSeconds = 1.0;
using namespace std::string_view_literals;
constexpr std::string_view Signs = "<>&;\"'/=?!#:-.,[]{}() \n\t\r\\\0\x7F\x80\xC3\xE2\xFE\xFF"sv;

std::string current; // the input that runs
std::string left; // where a crash leaves it

void leaveInput(int signal)
{
    if (std::FILE* file = std::fopen(left.c_str(), "wb")) {
        std::fwrite(current.data(), 1, current.size(), file);
        std::fclose(file);
    }
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void run(std::string input)
{
    current = std::move(input);
    const std::clock_t begin = std::clock();
    LLVMFuzzerTestOneInput(reinterpret_cast<const unsigned char*>(current.data()), current.size());
    if (const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        seconds > MaxSeconds) {
        std::fprintf(stderr, "%zu bytes took %.1f s\n", current.size(), seconds);
        std::abort();
    }
}

class Mutator final {
public:
    explicit Mutator(const std::vector<std::string>& seeds)
        : m_seeds(seeds)
    {
    }

    std::string next()
    {
        std::string input = seed();
        for (std::size_t times = 1 + below(4); times > 0; --times)
            mutate(input);
        input.resize(std::min(input.size(), MaxSize));
        return input;
    }

private:
    // Not by a distribution: those differ from library to library.
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : m_dice() % bound; }
    const std::string& seed() { return m_seeds[below(m_seeds.size())]; }

    std::string piece(const std::string& from)
    {
        const std::size_t begin = below(from.size());
        return from.substr(begin, 1 + below(std::min<std::size_t>(from.size() - begin + 1, 200)));
    }

    void mutate(std::string& input)
    {
        const std::size_t at = below(input.size());
        switch (input.empty() ? 4 : below(7)) {
        case 0: // a bit
            input[at] = static_cast<char>(static_cast<unsigned char>(input[at]) ^ (1U << below(8)));
            break;
        case 1: // a sign that means something somewhere
            input[at] = Signs[below(Signs.size())];
            break;
        case 2: // cut out
            input.erase(at, 1 + below(64));
            break;
        case 3: // said again, and again
            for (const std::string again = piece(input); input.size() < MaxSize; input.insert(at, again)) {
                if (below(6) == 0)
                    break;
            }
            break;
        case 4: // from another seed
            input.insert(at, piece(seed()));
            break;
        case 5: // the other half from another seed
            input.resize(at);
            input += piece(seed());
            break;
        default: // the end is missing
            input.resize(at);
        }
    }

    const std::vector<std::string>& m_seeds;
    std::mt19937 m_dice{20261124};
};

std::string contents(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fputs("usage: FOLDER [COUNT] or FILE\n", stderr);
        return 1;
    }
    left = std::filesystem::path(argv[0]).filename().string() + ".input";
    for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL})
        std::signal(signal, leaveInput);
    std::vector<std::filesystem::path> paths;
    if (std::filesystem::is_directory(argv[1])) {
        for (const auto& entry : std::filesystem::directory_iterator(argv[1]))
            paths.push_back(entry.path());
    } else {
        paths.emplace_back(argv[1]);
    }
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> seeds{""};
    for (const std::filesystem::path& path : paths)
        seeds.push_back(contents(path));
    if (seeds.size() < 2) {
        std::fprintf(stderr, "no seeds in %s\n", argv[1]);
        return 1;
    }
    for (const std::string& seed : seeds)
        run(seed);
    const long count = argc > 2 ? std::strtol(argv[2], nullptr, 10) : 0;
    Mutator mutator(seeds);
    for (long made = 0; made < count; ++made)
        run(mutator.next());
    std::printf("%zu seeds and %ld inputs made from them\n", seeds.size() - 1, count);
    return 0;
}
