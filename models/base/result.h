// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <base/error.h>

#include <utility>
#include <variant>

namespace base {

// A value or an Error. Reading the value of a failed result is a programming error (std::get throws).
template <class T> class [[nodiscard]] Result final {
public:
    Result(T value) // NOLINT(google-explicit-constructor): return value; is the normal use
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error) // NOLINT(google-explicit-constructor)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    explicit operator bool() const { return m_state.index() == 0; }
    const T& value() const& { return std::get<0>(m_state); }
    T& value() & { return std::get<0>(m_state); }
    T&& value() && { return std::get<0>(std::move(m_state)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }
    const Error& error() const { return std::get<1>(m_state); }
    Error& error() { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

struct Done { };

// A call that gives nothing back but may fail.
using Outcome = Result<Done>;

} // namespace base
