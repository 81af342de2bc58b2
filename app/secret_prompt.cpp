// SPDX-License-Identifier: Apache-2.0
#include "app/secret_prompt.h"

#include "app/command_line.h"
#include "model/base/platform.h"

namespace jz::cli {

using namespace Qt::StringLiterals;

Passphrase askSecret(const LocalizedText& prompt, const QString& option)
{
    constexpr size_t longest = 255;
    std::optional<std::vector<char>> secret = typedSecret(prompt.in(language()).toUtf8(), longest);
    if (!secret)
        throw Error(ErrorCode::Usage,
                    LocalizedText{u"没有终端可供输入 PIN，请用 --%1 指定文件。"_s, u"There is no terminal to ask on: name a file with --%1."_s}
                        .arg(option),
                    option);
    return Passphrase(std::move(*secret));
}

} // namespace jz::cli
