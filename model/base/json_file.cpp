// SPDX-License-Identifier: Apache-2.0
#include "model/base/json_file.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QStringDecoder>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QString megabytes(qint64 bytes)
{
    return QString::number(double(bytes) / 1e6, 'f', 1);
}

struct TextPlace
{
    QString line;
    QString column;
};

/// 1-based line and column for a byte offset; columns count characters.
TextPlace placeInText(const QByteArray& bytes, qsizetype offset)
{
    const QByteArray before = bytes.left(offset);
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return {QString::number(before.count('\n') + 1),
            QString::number(QString::fromUtf8(before.mid(lineStart)).size() + 1)};
}

void requireUtf8(const QByteArray& bytes, const QString& subject)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(bytes);
    if (!decoder.hasError())
        return;
    const qsizetype bad = decoded.indexOf(QChar::ReplacementCharacter);
    const TextPlace place = placeInText(bytes, bad < 0 ? 0 : decoded.left(bad).toUtf8().size());
    throw Error(ErrorCode::Malformed,
                LocalizedText{u"文件“%1”不是 UTF-8 编码（第 %2 行第 %3 列）。请用文本编辑器另存为 UTF-8 后再试。"_s,
                              u"“%1” is not UTF-8 (line %2, column %3). Save it as UTF-8 in a text editor and "
                              "try again."_s}
                    .arg(subject, place.line, place.column),
                subject);
}

} // namespace

Error unreadable(const QString& path, const QString& detail)
{
    return Error(ErrorCode::Unreadable,
                 LocalizedText{u"无法读取“%1”。请检查该文件是否有读取权限、所在磁盘是否正常。"_s,
                               u"“%1” cannot be read. Check its permissions and the disk it is on."_s}
                     .arg(path),
                 path, detail);
}

void openForReading(QFile& file)
{
    const QFileInfo info(file.fileName());
    if (!info.exists())
        throw Error(ErrorCode::NotFound,
                    LocalizedText{u"找不到文件“%1”。请检查路径和文件名。"_s,
                                  u"There is no file “%1”. Check the path and the name."_s}
                        .arg(file.fileName()),
                    file.fileName());
    if (info.isDir())
        throw unreadable(file.fileName(), QStringLiteral("is a directory"));
    if (!file.open(QIODevice::ReadOnly))
        throw unreadable(file.fileName(), file.errorString());
}

QByteArray readWholeFile(const QString& path, qint64 maxBytes)
{
    QFile file(path);
    openForReading(file);
    if (file.size() > maxBytes)
        throw Error(ErrorCode::TooLarge,
                    LocalizedText{u"文件“%1”有 %2 MB，超过 %3 MB 的上限，未读取。请确认选对了文件。"_s,
                                  u"“%1” has %2 MB, over the limit of %3 MB, and was not read. Check that it is "
                                  "the right file."_s}
                        .arg(path, megabytes(file.size()), megabytes(maxBytes)),
                    path);
    const QByteArray bytes = file.read(maxBytes + 1);
    if (file.error() != QFile::NoError)
        throw unreadable(path, file.errorString());
    return bytes;
}

QJsonObject parseJsonObject(const QByteArray& bytes, const QString& subject)
{
    static const QByteArray byteOrderMark("\xEF\xBB\xBF");
    const QByteArray text = bytes.startsWith(byteOrderMark) ? bytes.mid(byteOrderMark.size()) : bytes;
    requireUtf8(text, subject);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    const TextPlace place = placeInText(text, problem.offset);
    if (problem.error != QJsonParseError::NoError)
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"文件“%1”不是有效的 JSON（第 %2 行第 %3 列附近有误）。请改正该处，或重新导出此文件。"_s,
                                  u"“%1” is not valid JSON (near line %2, column %3). Mend that place or export "
                                  "the file anew."_s}
                        .arg(subject, place.line, place.column),
                    subject, problem.errorString());
    if (!document.isObject())
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"文件“%1”的最外层须是 JSON 对象（{…}）。请换用正确的文件。"_s,
                                  u"“%1” must hold one JSON object ({…}). Use the right file."_s}
                        .arg(subject),
                    subject);
    return document.object();
}

QJsonObject readJsonObject(const QString& path, qint64 maxBytes)
{
    return parseJsonObject(readWholeFile(path, maxBytes), path);
}

QByteArray canonicalJson(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace jz
