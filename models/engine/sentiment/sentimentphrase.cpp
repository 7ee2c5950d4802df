// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "sentimentphrase.h"

namespace engine {

int rank(SentimentRole role)
{
    switch (role) {
    case SentimentRole::Idiom:
    case SentimentRole::Unchanged:
    case SentimentRole::Pair:
        return 0;
    case SentimentRole::Negator:
        return 1;
    case SentimentRole::Direction:
        return 2;
    case SentimentRole::Polar:
        return 3;
    case SentimentRole::Measure:
        return 4;
    default:
        return 5;
    }
}

void addRole(SentimentPhrase& phrase, const SentimentWord& word, std::string_view text)
{
    // "rating" is itself before it is a form of "rate".
    const auto put = [&](const SentimentWord*& role) {
        if (role == nullptr || role->text != text)
            role = &word;
    };
    // Of several roles the more telling goes first.
    if (phrase.word == nullptr || rank(word.role) < rank(phrase.word->role))
        phrase.word = &word;
    switch (word.role) {
    case SentimentRole::Direction:
        put(phrase.direction);
        break;
    case SentimentRole::Measure:
        put(phrase.measure);
        break;
    case SentimentRole::Polar:
        put(phrase.polar);
        break;
    case SentimentRole::Event:
        put(phrase.event);
        break;
    case SentimentRole::Starter:
        put(phrase.starter);
        phrase.starts += word.value == 0 ? 1 : 0;
        phrase.restarts = phrase.restarts || word.value == 1;
        break;
    case SentimentRole::Ender:
        if (word.value == 2)
            phrase.closer = &word;
        else if (phrase.ender == nullptr || word.value == 1)
            phrase.ender = &word; // what ends anything also ends what is bad
        break;
    case SentimentRole::Swing:
        put(phrase.swing);
        break;
    default:
        break;
    }
}

int worthOf(const SentimentPhrase& phrase)
{
    if (phrase.event != nullptr)
        return phrase.event->value > 0 ? 1 : -1;
    if (phrase.starter != nullptr || phrase.ender != nullptr || phrase.closer != nullptr)
        return 0;
    if (phrase.polar != nullptr)
        return phrase.polar->value > 0 ? 1 : -1;
    return phrase.measure != nullptr && phrase.measure->value < 0 ? -1 : 0;
}

bool takes(const SentimentPhrase& verb, const SentimentPhrase& object, bool& ends)
{
    const int worth = worthOf(object);
    if (worth == 0)
        return false;
    const int kind = object.event != nullptr ? object.event->value : 0;
    if (verb.closer != nullptr && kind == 2) {
        ends = true;
        return true;
    }
    if (kind == 2)
        return false;
    if (verb.ender != nullptr && (worth < 0 || verb.ender->value == 1)) {
        ends = true;
        return true;
    }
    ends = false;
    if (verb.starter == nullptr || kind == 0)
        return false;
    return kind == 3 ? verb.restarts : worth > 0 ? verb.starts != 0 || verb.restarts : true;
}

} // namespace engine
