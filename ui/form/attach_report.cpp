// SPDX-License-Identifier: Apache-2.0
#include "ui/form/attach_report.h"

#include "model/base/counted_text.h"
#include "ui/style/language.h"

#include <QFileInfo>

namespace jz::ui {

using namespace Qt::StringLiterals;

std::optional<BarMessage> attachReport(const QString& field, const QList<PreparedFile>& files, const Findings& findings)
{
    QStringList refused, details, renamed;
    for (const PreparedFile& file : files) {
        if (!file.error)
            continue;
        refused << say(file.error->naming(QFileInfo(file.path).fileName()).message());
        details << file.path + (file.error->detail().isEmpty() ? QString() : u" ["_s + file.error->detail() + u']');
    }
    for (const Finding& finding : findings)
        if (finding.rule == "file.attachment-renamed"_L1)
            renamed << say(finding.message);
    const auto taken = files.size() - refused.size();
    if (refused.isEmpty() && renamed.isEmpty())
        return {};
    QStringList words;
    if (!refused.isEmpty())
        words << (taken == 0 ? say(counted(u"%1 个文件没有添加（文件本身没有改动）：", u"%1 {file was not added (it is|files were not added (they are} unchanged):")
                                       .arg(QString::number(refused.size())))
                             : say(counted(u"已添加 %1 个文件，另有 %2 个没有添加（文件本身没有改动）：",
                                        u"%1 {file was|files were} added, %2 {was not (it is|were not (they are} unchanged):")
                                       .arg(QString::number(taken), QString::number(refused.size()))));
    words += refused + renamed;
    return BarMessage{refused.isEmpty() ? BarMessage::Kind::Hint : BarMessage::Kind::Warning, words.join(u'\n'), details.join(u'\n'), {}, u"attach_"_s + field};
}

BarMessage attachFailure(const QString& field, const QList<PreparedFile>& files, const Error& error)
{
    const QString words = say(counted(u"%1 个文件没有添加（文件本身没有改动）：%2", u"%1 {file was not added (it is|files were not added (they are} unchanged): %2")
                                  .arg(QString::number(files.size()), say(error.message())));
    return {BarMessage::Kind::Error, words, error.detail(), {}, u"attach_"_s + field};
}

} // namespace jz::ui
