// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/dossier_input.h"

#include "model/base/cancelled.h"
#include "model/base/json_file.h"
#include "model/base/output_file.h"
#include "model/call/call_pack_reader.h"
#include "model/dossier/dossier_json.h"
#include "model/pdf/embedded_files.h"
#include "model/print/page_map.h"
#include "model/procedure/ink_report.h"
#include "model/procedure/resaved_paper.h"
#include "model/recommendation/supplement_file.h"
#include "model/signature/problem_code.h"

#include <QDir>
#include <QFileInfo>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 headBytes = 1024;
constexpr qint64 largestData = 20'000'000;

QByteArray head(const QString& path)
{
    QFile file(path);
    openForReading(file);
    return file.read(headBytes);
}

QString attachmentsFolder(const QString& folder)
{
    return folder + u"/attachments"_s;
}

[[noreturn]] void refuseKind(const QString& path)
{
    throw Error(ErrorCode::Unsupported,
                LocalizedText{u"“%1”不是填报数据（.json）、申报书 PDF，也不是 extract 导出的文件夹。请选择其中一种。"_s,
                              u"“%1” is neither a values file (.json), a dossier PDF nor a folder that extract wrote. Choose "
                              "one of these."_s}
                    .arg(path),
                path);
}

void refuseSupplement(const QString& path)
{
    if (isSupplement(path))
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"“%1”是推荐单位的补充通知，不是申报书。申报单位把它拖到窗口里（或用 dossier open-slip）打开。"_s,
                                  u"“%1” is a recommending body's notice, no dossier. Applicants drop it on the window, or open it with dossier open-slip."_s}
                        .arg(path),
                    path);
}

/// Says what a copy of our paper is that another program printed or saved; returns when it is none.
void refuseCopy(const QString& path)
{
    if (const auto copy = recognisedCopy(path))
        throw Error(ErrorCode::Unsupported, makeProblem(problem::paperResaved, {}, copy->words()).message, path);
}

void makeFolder(const QString& folder)
{
    if (!QDir().mkpath(folder))
        throw Error(ErrorCode::NotWritable,
                    LocalizedText{u"无法建立文件夹“%1”。请检查上级文件夹是否可写，或换一个位置。"_s,
                                  u"The folder “%1” cannot be made. Check that its parent is writable or choose another."_s}
                        .arg(folder),
                    folder);
}

} // namespace

Dossier readDossierData(const QString& pdf)
{
    return parseDossierJson(readEmbeddedFile(pdf, dossierDataName(), largestData), pdf);
}

void extractDossier(const QString& pdf, const QString& folder)
{
    if (!looksLikePdf(pdf))
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"“%1”不是 PDF 文件。请选择本程序导出的申报书 PDF。"_s,
                                  u"“%1” is not a PDF. Choose a dossier that this program exported."_s}
                        .arg(pdf),
                    pdf);
    listEmbeddedFiles(pdf); // says what is wrong with the PDF before a folder is made
    makeFolder(folder);
    const QString data = folder + u'/' + dossierDataName();
    if (QFileInfo::exists(data) || QFileInfo::exists(attachmentsFolder(folder)))
        throw Error(ErrorCode::NotWritable,
                    LocalizedText{u"文件夹“%1”里已有一份申报书，未覆盖。请换一个空文件夹。"_s,
                                  u"“%1” holds a dossier already; nothing was overwritten. Choose an empty folder."_s}
                        .arg(folder),
                    folder);
    extractEmbeddedFiles(pdf, attachmentsFolder(folder));
    const QString unpackedData = attachmentsFolder(folder) + u'/' + dossierDataName();
    if (!QFile::rename(unpackedData, data)) {
        QDir(attachmentsFolder(folder)).removeRecursively();
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"“%1”里没有申报书数据。它可能是打印或另存得到的副本，请向对方索要原始文件。"_s,
                                  u"“%1” carries no dossier data. It may be a printed or re-saved copy: ask the sender for "
                                  "the original file."_s}
                        .arg(pdf),
                    pdf);
    }
    // What a paper says about itself is no attachment.
    for (const QString& record : {pageMapName(), inkReportName()})
        QFile::remove(attachmentsFolder(folder) + u'/' + record);
}

DossierInput openDossier(const QString& path, Examination how)
{
    if (QFileInfo(path).isDir()) {
        if (!QFileInfo::exists(QDir(path).filePath(dossierDataName())))
            refuseKind(path);
        return {readDossierFolder(path, findBuiltInCallPack, how), nullptr};
    }
    const QByteArray start = head(path);
    if (start.contains("%PDF-")) {
        auto unpacked = std::make_shared<QTemporaryDir>();
        try {
            extractDossier(path, unpacked->path());
            stopWhenAsked();
        } catch (const Error& error) {
            if (error.code() == ErrorCode::Unsupported) {
                refuseSupplement(path);
                refuseCopy(path);
            }
            throw;
        }
        return {readDossierFolder(unpacked->path(), findBuiltInCallPack, how), unpacked};
    }
    if (path.endsWith(u".json"_s, Qt::CaseInsensitive) || start.trimmed().startsWith('{'))
        return {readValuesFile(path, findBuiltInCallPack, how), nullptr};
    refuseKind(path);
}

} // namespace jz
