// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/fetcher.h>

namespace app {

// Carries a fetcher's requests. Qt's network library is loaded with the first of them: it lives in a module
// of its own (base/modules.h).
class Transport {
public:
    virtual ~Transport() = default;
    virtual void useSystemProxy(bool system) = 0; // else none
    // Calls back exactly once, from the event loop or from cancelAll, unless it is destroyed before.
    virtual void start(const FetchLimits& limits, const FetchRequest& request, Fetcher::Done done) = 0;
    virtual void cancelAll() = 0; // each ends with ErrorCode::Cancelled
};

// leadlineMakeTransport of the module network. The limits of a request outlive it.
using MakeTransport = void(std::unique_ptr<Transport>& made);

} // namespace app
