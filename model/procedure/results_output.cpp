// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/results_output.h"

#include "model/base/error.h"
#include "model/base/json_file.h"
#include "model/base/output_file.h"
#include "model/review/explanation_paper.h"
#include "model/review/results_json.h"

#include <QDir>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTitle = 40;

QDir madeFolder(const QString& folder)
{
    if (!QDir().mkpath(folder))
        throw Error(ErrorCode::NotWritable, LocalizedText{u"无法建立文件夹“%1”。请检查路径和权限。"_s, u"The folder “%1” cannot be made. Check the path and your rights."_s}.arg(folder), folder);
    return QDir(folder);
}

QString fileNameOf(const QString& title)
{
    QString name;
    for (const QChar each : title)
        if (each.isLetterOrNumber() || each == u'（' || each == u'）')
            name += each;
    return name.first(std::min(name.size(), longestTitle));
}

} // namespace

QStringList writeResultFiles(const ReviewData& data, const CallPack& pack, const std::optional<Identity>& deliveryKey, bool internal, const QString& folder)
{
    const QDir dir = madeFolder(folder);
    const RoundResults results = resultsOf(data);
    const ReviewData bare = withoutNames(data);
    const ResultsContent content{pack, bare, results};
    QStringList files{dir.filePath(u"评分结果汇总表.pdf"_s), dir.filePath(u"评分结果.xlsx"_s), dir.filePath(u"results.json"_s)};
    if (deliveryKey)
        writeResultsPaper(content, *deliveryKey, files.at(0));
    else
        writeOpenResultsPaper(content, files.at(0));
    writeSheetFile(files.at(1), resultsWorkbook(bare, results), data.asOf.isValid() ? data.asOf : QDateTime(QDate(2000, 1, 1), QTime(0, 0), Qt::UTC));
    writeWholeFile(files.at(2), canonicalJson(resultsJson(bare, results, data.rules.showsInternal)));
    if (internal) {
        files << dir.filePath(u"内部-评分分析.pdf"_s);
        writeInternalResults({pack, data, results}, files.last());
    }
    return files;
}

QStringList writeExplanations(const ReviewData& data, const CallPack& pack, int dossier, const QString& out)
{
    const RoundResults results = resultsOf(data);
    const ReviewData bare = withoutNames(data);
    const ResultsContent content{pack, bare, results};
    if (dossier >= 0) {
        writeExplanation(content, dossier, out);
        return {out};
    }
    const QDir dir = madeFolder(out);
    QStringList files;
    int number = 0;
    for (const DossierOutcome& each : results.now.dossiers) {
        files << dir.filePath(u"%1-%2.pdf"_s.arg(++number, 3, 10, QChar(u'0')).arg(fileNameOf(data.dossiers.at(each.dossier).title)));
        writeExplanation(content, each.dossier, files.last());
    }
    return files;
}

} // namespace jz
