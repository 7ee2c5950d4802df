// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0
#include "files.h"

#include <cerrno>
#include <cstring>
#include <fstream>

namespace base {

namespace fs = std::filesystem;

Result<std::string> readFile(const fs::path& path, std::uintmax_t limit)
{
    std::error_code code;
    const fs::file_status status = fs::status(path, code);
    if (code || !fs::exists(status))
        return Error{ErrorCode::NotFound, "no such file", path.string()};
    if (fs::is_directory(status))
        return Error{ErrorCode::InvalidInput, "is a folder, not a file", path.string()};
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        return Error{ErrorCode::Io, std::strerror(errno), path.string()};
    std::string bytes;
    char buffer[1 << 16];
    while (stream.read(buffer, sizeof buffer) || stream.gcount() > 0) {
        bytes.append(buffer, static_cast<std::size_t>(stream.gcount()));
        if (bytes.size() > limit) {
            return Error{
                ErrorCode::TooLarge, "larger than " + std::to_string(limit >> 20) + " MiB", path.string()};
        }
    }
    if (stream.bad())
        return Error{ErrorCode::Io, "could not be read to its end", path.string()};
    return bytes;
}

Outcome writeFile(const fs::path& path, std::string_view bytes)
{
    fs::path part = path;
    part += ".part";
    {
        std::ofstream stream(part, std::ios::binary | std::ios::trunc);
        stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        stream.flush();
        if (!stream) {
            const std::string reason = std::strerror(errno);
            std::error_code ignored;
            fs::remove(part, ignored);
            return Error{ErrorCode::Io, "cannot be written: " + reason, path.string()};
        }
    }
    std::error_code code;
    fs::rename(part, path, code);
    if (code) {
        std::error_code ignored;
        fs::remove(part, ignored);
        return Error{ErrorCode::Io, code.message(), path.string()};
    }
    return Done{};
}

Result<ResourceFiles> readFolder(const fs::path& folder)
{
    ResourceFiles files;
    std::error_code code;
    for (fs::recursive_directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
        if (!it->is_regular_file())
            continue;
        Result<std::string> bytes = readFile(it->path());
        if (!bytes)
            return bytes.error();
        files.emplace(it->path().lexically_relative(folder).generic_string(), std::move(bytes).value());
    }
    if (code)
        return Error{ErrorCode::Io, code.message(), folder.string()};
    return files;
}

} // namespace base
