// SPDX-License-Identifier: Apache-2.0
#include "tests/model/procedure/zoo.h"

#include "model/call/call_pack_reader.h"
#include "resources/init_resources.h"

#include <QDir>

namespace jz::test {

using namespace Qt::StringLiterals;

namespace {

const QString field = u"uscc_scan"_s;
const QRectF portraitArea(28, 26, 156, 234);
const QRectF landscapeArea(28, 36, 243, 138);

} // namespace

Zoo::Zoo()
{
    initResources();
    quarters(base(), {480, 360});
}

void Zoo::make(const QString& program, const QStringList& arguments) const
{
    QStringList full;
    for (const QString& argument : arguments)
        full << (argument.startsWith(u'@') ? file(argument.mid(1)) : argument);
    const ProcessResult result = run(program, full);
    BOOST_REQUIRE_MESSAGE(result.exitCode == 0, program.toStdString()
                                                    << ' ' << arguments.join(u' ').toStdString() << ": "
                                                    << result.err.toStdString());
}

void Zoo::add(const QString& name, const QJsonObject& use)
{
    QJsonObject item = use;
    item.insert(u"path"_s, name);
    m_items << item;
    m_names << name;
}

ValuesFile Zoo::read() const
{
    const QJsonObject values{{u"call"_s, u"kczg-2022"_s},
                             {u"values"_s, QJsonObject{{u"org_name"_s, u"示例"_s}}},
                             {u"attachments"_s, QJsonObject{{field, m_items}}}};
    writeFile(file(u"values.json"_s), QJsonDocument(values).toJson());
    return readValuesFile(file(u"values.json"_s), findBuiltInCallPack);
}

Findings Zoo::check() const
{
    return read().findings;
}

const WrittenDossier& Zoo::render()
{
    const ValuesFile values = read();
    for (const Finding& finding : values.findings)
        BOOST_CHECK_MESSAGE(finding.severity != Severity::Error,
                            finding.rule.toStdString() << ' ' << finding.message.zh.toStdString());
    m_written = writeDossier(values.dossier, *values.pack, {}, file(u"dossier.pdf"_s));
    BOOST_TEST(passesQpdfCheck(file(u"dossier.pdf"_s)));
    QDir(folder()).mkdir(u"drawn"_s);
    BOOST_REQUIRE(
        run(u"pdftoppm"_s, {u"-r"_s, u"72"_s, u"-png"_s, file(u"dossier.pdf"_s), file(u"drawn/p"_s)})
            .exitCode == 0);
    return m_written;
}

int Zoo::pagesOf(const QString& name) const
{
    const QList<Attachment> attachments = m_written.dossier.attachments.value(field);
    const QString inside = attachments.value(m_names.indexOf(name)).name;
    for (const AttachmentWeight& weight : m_written.attachments)
        if (weight.name == inside)
            return weight.pages;
    return 0;
}

QImage Zoo::page(const QString& name, int page) const
{
    int behind = 0; // the attachments are the last pages of the paper
    for (qsizetype i = m_names.indexOf(name); i < m_names.size(); ++i)
        behind += pagesOf(m_names.at(i));
    const QStringList drawn = QDir(file(u"drawn"_s)).entryList(QDir::Files, QDir::Name);
    return QImage(file(u"drawn/"_s + drawn.value(drawn.size() - behind + page)));
}

QString Zoo::corners(const QString& name, const QSizeF& shape, int page) const
{
    const QImage image = this->page(name, page);
    const QRectF area = image.width() > image.height() ? landscapeArea : portraitArea;
    QRectF rect(QPointF(), shape.scaled(area.size(), Qt::KeepAspectRatio));
    rect.moveCenter(area.center());
    const double x = rect.width() / 4;
    const double y = rect.height() / 4;
    return QStringList{colourAt(image, rect.left() + x, rect.top() + y),
                       colourAt(image, rect.right() - x, rect.top() + y),
                       colourAt(image, rect.right() - x, rect.bottom() - y),
                       colourAt(image, rect.left() + x, rect.bottom() - y)}
        .join(u' ');
}

QString shownCorners(int orientation)
{
    // Exif 2.3, table 6
    static const QStringList shown{{},
                                   u"red green yellow blue"_s,
                                   u"green red blue yellow"_s,
                                   u"yellow blue red green"_s,
                                   u"blue yellow green red"_s,
                                   u"red blue yellow green"_s,
                                   u"blue red green yellow"_s,
                                   u"yellow green red blue"_s,
                                   u"green yellow blue red"_s};
    return shown.at(orientation);
}

void keepForLooking(const QString& pdf, const QString& name)
{
    const QString folder = qEnvironmentVariable("JUANZONG_ZOO");
    if (!folder.isEmpty())
        writeFile(QDir(folder).filePath(name + u".pdf"_s), readFile(pdf));
}

} // namespace jz::test
