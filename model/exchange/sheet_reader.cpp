// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/sheet_reader.h"

#include "model/base/json_file.h"
#include "model/exchange/bundle.h"
#include "model/exchange/sheet_parts.h"

#include <QFile>
#include <QTemporaryDir>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr auto compoundFile = "\xD0\xCF\x11\xE0";

Error damaged(const QString& path, const QString& detail)
{
    return Error(ErrorCode::Malformed,
                 LocalizedText{u"“%1”不是完整的 Excel 表格（.xlsx）。请重新拷贝，或用原来的软件打开后另存为 .xlsx。"_s,
                               u"“%1” is no whole Excel workbook (.xlsx). Copy it again, or open it where it was made and save it as .xlsx."_s}
                     .arg(path),
                 path, detail);
}

/// The parts of a workbook, taken out one by one.
class Parts
{
public:
    Parts(const QString& path, const SheetLimits& limits) : m_path(path), m_limits(limits), m_zip(path) {}

    /// Empty bytes for a part that is not there.
    QByteArray read(const QString& name) const
    {
        const QList<BundleEntry>& entries = m_zip.entries();
        for (qsizetype i = 0; i < entries.size(); ++i) {
            if (entries.at(i).name.compare(name, Qt::CaseInsensitive) != 0)
                continue;
            const QString file = m_folder.filePath(QString::number(i));
            if (entries.at(i).size > m_limits.bytes)
                throw tooLarge();
            m_zip.extract(i, file);
            return readWholeFile(file, m_limits.bytes);
        }
        return {};
    }
    Error tooLarge() const
    {
        return Error(ErrorCode::TooLarge,
                     LocalizedText{u"表格“%1”太大，没有读取。请删去不用的工作表、行和列后再试。"_s,
                                   u"The table “%1” is too large and was not read. Take out sheets, rows and columns that are not needed."_s}
                         .arg(m_path),
                     m_path);
    }

private:
    QString m_path;
    const SheetLimits& m_limits;
    BundleReader m_zip;
    QTemporaryDir m_folder;
};

void requireNewFormat(const QString& path)
{
    QFile file(path);
    openForReading(file);
    if (file.read(4) != QByteArray(compoundFile))
        return;
    throw Error(ErrorCode::Unsupported,
                LocalizedText{u"“%1”是旧版 .xls，或加了密码。请在 Excel、WPS 中打开，去掉密码，另存为 .xlsx。"_s,
                              u"“%1” is an old .xls or has a password. Open it in Excel, take the password off and save it as .xlsx."_s}
                    .arg(path),
                path);
}

} // namespace

QList<Sheet> readSheetFile(const QString& path, const SheetLimits& limits)
{
    requireNewFormat(path);
    if (!looksLikeBundle(path))
        throw damaged(path, u"no zip"_s);
    const Parts parts(path, limits);
    try {
        const WorkbookPart workbook = readWorkbook(parts.read(u"xl/workbook.xml"_s), parts.read(u"xl/_rels/workbook.xml.rels"_s));
        const CellReading reading{readSharedTexts(parts.read(workbook.sharedTexts)), readDateStyles(parts.read(workbook.styles)), workbook.countsFrom1904};
        if (workbook.sheets.size() > limits.sheets)
            throw parts.tooLarge();
        QList<Sheet> sheets;
        qint64 characters = 0;
        for (const WorkbookPart::Entry& entry : workbook.sheets) {
            const auto rows = readRows(parts.read(entry.part), reading, {limits.rows, limits.columns, limits.characters - characters});
            if (!rows)
                throw parts.tooLarge();
            sheets.append({entry.name, *rows});
            for (const QStringList& row : *rows)
                for (const QString& cell : row)
                    characters += cell.size();
        }
        return sheets;
    } catch (const BrokenSheet& broken) {
        throw damaged(path, broken.why);
    }
}

} // namespace jz
