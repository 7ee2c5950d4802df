// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdlib>
#include <new>

namespace base {

// For tables of megabytes that are read here and there: memory in pages of 2 MiB where the system has them,
// which costs fewer faults while it is filled and fewer looks into page tables while it is read. Anything
// else is as with std::allocator.
template <class Value> struct LargePages {
    using value_type = Value;
    static constexpr std::size_t Page = std::size_t{1} << 21;

    LargePages() = default;
    template <class Other> LargePages(const LargePages<Other>& /*unused*/) { }

    Value* allocate(std::size_t count)
    {
        const std::size_t bytes = (count * sizeof(Value) + Page - 1) / Page * Page;
        void* memory = count > static_cast<std::size_t>(-1) / 2 / sizeof(Value)
            ? nullptr
            : std::aligned_alloc(Page, bytes);
        if (memory == nullptr)
            throw std::bad_alloc();
        static_cast<void>(madvise(memory, bytes, MADV_HUGEPAGE)); // without them it is slower, no more
        return static_cast<Value*>(memory);
    }
    void deallocate(Value* memory, std::size_t /*count*/) { std::free(memory); }

    template <class Other> bool operator==(const LargePages<Other>& /*unused*/) const { return true; }
};

} // namespace base
