// SPDX-License-Identifier: Apache-2.0
#include "tests/model/print/printed_dossier.h"

#include "model/base/json_file.h"
#include "model/call/call_pack_reader.h"
#include "tests/support/test_files.h"

#include <QRegularExpression>

namespace jz::test {

using namespace Qt::StringLiterals;

QJsonObject sampleValues()
{
    builtInCallPackIds(); // makes the compiled-in resources known
    return readJsonObject(u":/samples/sample-values.json"_s, 1'000'000).value(u"values"_s).toObject();
}

PrintedDossier::PrintedDossier(const QJsonObject& values, bool draft)
    : pack(builtInCallPack(u"kczg-2022"_s)), shaper(fontsOf(pack))
{
    dossier.id = QUuid::fromString(u"6f1d6a0e-3c6b-4f59-9a54-7d0c1b7e52aa"_s);
    dossier.values = values;
    const auto divisionName = [](const QString& code) { return QString(u"属地" + code); };
    paper = layoutDossier({pack, dossier, {}, QByteArray(32, '\x5a'), divisionName, draft}, shaper);
}

QByteArray PrintedDossier::pdf()
{
    return drawPaper(paper, shaper);
}

QString PrintedDossier::textOf(const QString& field) const
{
    QString text;
    for (const Page& page : paper.pages) {
        for (const Block& block : page.blocks) {
            if (block.field == field)
                text += block.text;
        }
    }
    return text;
}

QString withoutBlanks(const QString& text)
{
    static const QRegularExpression blanks(u"\\s+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return QString(text).remove(blanks);
}

QString rawText(const QByteArray& pdf)
{
    const ScratchFolder folder;
    const QString path = folder.file(u"a.pdf"_s);
    writeFile(path, pdf);
    const ProcessResult result = run(u"pdftotext"_s, {u"-raw"_s, u"-enc"_s, u"UTF-8"_s, path, u"-"_s});
    return withoutBlanks(QString::fromUtf8(result.out));
}

} // namespace jz::test
