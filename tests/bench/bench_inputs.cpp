// SPDX-License-Identifier: Apache-2.0
// bench_inputs DIR [PART…]: makes what the process benchmarks work on, or the parts named.
//   full/    the sample at the limits with six JPEG of 4000 × 3000 pixels (about 3 MB each) and two PDFs of
//            10 pages, and odt/: the parts of an OpenDocument text of the same content
//   large/   the sample with 180 MB of attachments in nine files; one/: in a single file
//   photos/  a hundred photos of 5 MB
//   small/   the sample without attachments (about 100 KB printed); five/: with two photos, 5 MB
//   objects-15000/, -30000/, -60000/: the sample with a PDF of so many objects
//   many/    twenty folders like five/, each of a dossier of its own
//   received/ two hundred dossiers like those of many/, which has to be there, each signed by its unit; made only when named
#include "model/base/output_file.h"
#include "model/call/call_pack_reader.h"
#include "model/print/dossier_paper.h"
#include "model/print/painter.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/dossier_output.h"
#include "model/procedure/paper_signing.h"
#include "model/procedure/sample_files.h"
#include "model/reference/credit_code.h"
#include "model/signature/new_identity.h"
#include "model/signature/passphrase.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>

namespace {

using namespace jz;
using namespace Qt::StringLiterals;

/// A photo-like JPEG: a soft picture under the grain of a sensor.
QByteArray photo(QSize size, quint32 seed, int grain, int quality)
{
    QRandomGenerator random(seed);
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            const int noise = int(random.bounded(quint32(grain))) - grain / 2;
            const auto level = [&](int base) { return qBound(0, base + noise, 255); };
            line[x] = qRgb(level(60 + 120 * x / size.width()), level(90 + 100 * y / size.height()), level(140));
        }
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", quality);
    return bytes;
}

QByteArray document(int pages, TextShaper& shaper)
{
    Paper paper;
    const TextStyle style{FontRole::FangSong, 12, 20, Align::Left, 0};
    for (int page = 0; page < pages; ++page) {
        Page one;
        for (int line = 0; line < 30; ++line)
            one.blocks << Block{Block::Kind::Text, QRectF(28, 30 + 7.5 * line, 154, 7),
                                u"第%1页第%2行：建设条件、工作基础与证明材料说明。"_s.arg(page + 1).arg(line + 1), style, 0, {}};
        paper.pages << one;
    }
    return drawPaper(paper, shaper);
}

void writeOdt(const QString& folder, const QJsonObject& values, const QStringList& photos)
{
    QString body;
    const auto paragraph = [&](const QString& text) { body += u"<text:p>"_s + text.toHtmlEscaped() + u"</text:p>"_s; };
    for (const QJsonValue& value : values) {
        paragraph(value.isString() ? value.toString() : QString());
        const QJsonArray rows = value.toArray();
        for (const QJsonValue& row : rows) {
            const QJsonObject cells = row.toObject();
            for (const QJsonValue& cell : cells)
                paragraph(cell.toString());
        }
    }
    QString manifest;
    for (const QString& name : photos) {
        body += u"<text:p><draw:frame text:anchor-type=\"paragraph\" svg:width=\"15.6cm\" svg:height=\"11.7cm\"><draw:image "
                "xlink:href=\"Pictures/%1\" xlink:type=\"simple\"/></draw:frame></text:p>"_s.arg(name);
        manifest += u"<manifest:file-entry manifest:full-path=\"Pictures/%1\" manifest:media-type=\"image/jpeg\"/>"_s.arg(name);
    }
    for (int line = 0; line < 600; ++line)
        paragraph(u"第%1行：建设条件、工作基础与证明材料说明。"_s.arg(line + 1));
    QDir().mkpath(folder + u"/META-INF"_s);
    writeWholeFile(folder + u"/mimetype"_s, "application/vnd.oasis.opendocument.text");
    writeWholeFile(folder + u"/META-INF/manifest.xml"_s,
                   (u"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry "
                    "manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/><manifest:file-entry "
                    "manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"_s
                    + manifest + u"</manifest:manifest>"_s).toUtf8());
    writeWholeFile(folder + u"/content.xml"_s,
                   (u"<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
                    "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                    "office:version=\"1.2\"><office:body><office:text>"_s
                    + body + u"</office:text></office:body></office:document-content>"_s).toUtf8());
}

QJsonObject sample(const QString& folder, const QString& name)
{
    QFile file(copySample(name, folder, {100, 80}));
    file.open(QIODevice::ReadOnly);
    return QJsonDocument::fromJson(file.readAll()).object();
}

void makeFull(const QString& folder, TextShaper& shaper)
{
    QJsonObject values = sample(folder, u"sample-limits.json"_s);
    QDir().mkpath(folder + u"/odt/Pictures"_s);
    QStringList names;
    for (int i = 0; i < 6; ++i) {
        names << u"photo-%1.jpg"_s.arg(i + 1);
        const QByteArray bytes = photo({4000, 3000}, quint32(i + 1), 28, 74);
        writeWholeFile(folder + u'/' + names.last(), bytes);
        writeWholeFile(folder + u"/odt/Pictures/"_s + names.last(), bytes);
    }
    for (const QString& name : {u"ten-1.pdf"_s, u"ten-2.pdf"_s})
        writeWholeFile(folder + u'/' + name, document(10, shaper));
    const auto evidence = [](const QString& path, const QString& kind) { return QJsonObject{{u"path"_s, path}, {u"kind"_s, kind}}; };
    values.insert(u"attachments"_s,
                  QJsonObject{{u"uscc_scan"_s, QJsonArray{names.at(0)}},
                              {u"hardware_photos"_s, QJsonArray{names.at(1), names.at(2), names.at(3)}},
                              {u"work_evidence"_s, QJsonArray{evidence(names.at(4), u"activity_photo"_s), evidence(u"ten-1.pdf"_s, u"result"_s)}},
                              {u"support_files"_s, QJsonArray{evidence(names.at(5), u"site_photo"_s), evidence(u"ten-2.pdf"_s, u"policy"_s)}}});
    writeWholeFile(folder + u"/values.json"_s, QJsonDocument(values).toJson());
    writeOdt(folder + u"/odt"_s, values.value(u"values"_s).toObject(), names);
}

/// `count` JPEGs that together have 180 MB: a small picture and a long comment would be cleaned away, so
/// the pixels themselves are noise.
void makeLarge(const QString& folder, int count, QSize size)
{
    QJsonObject values = sample(folder, u"sample-values.json"_s);
    QJsonArray names;
    for (int i = 0; i < count; ++i) {
        names << u"large-%1.jpg"_s.arg(i + 1);
        writeWholeFile(folder + u'/' + names.last().toString(), photo(size, quint32(i + 1), 200, 100));
    }
    values.insert(u"attachments"_s, QJsonObject{{u"uscc_scan"_s, names}});
    writeWholeFile(folder + u"/values.json"_s, QJsonDocument(values).toJson());
}

/// A hundred photos of about 5 MB, as a telephone takes them: with a block of EXIF that has to be cleaned away.
void makePhotos(const QString& folder)
{
    QDir().mkpath(folder);
    QList<QByteArray> taken;
    for (quint32 seed = 1; seed <= 5; ++seed)
        taken << photo({4032, 3024}, seed, 40, 90);
    for (int i = 0; i < 100; ++i) {
        const QByteArray exif = QByteArray("Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0", 20) + QByteArray::number(i).rightJustified(4000, ' ');
        const qsizetype size = exif.size() + 2;
        const QByteArray segment = QByteArray("\xFF\xE1", 2) + char(size >> 8) + char(size & 0xFF) + exif;
        const QByteArray& jpeg = taken.at(i % taken.size());
        writeWholeFile(folder + u"/photo-%1.jpg"_s.arg(i + 1), jpeg.left(2) + segment + jpeg.mid(2));
    }
}

void makeDossier(const QString& folder, const QString& unit, const QJsonObject& attachments)
{
    QJsonObject values = sample(folder, u"sample-values.json"_s);
    QJsonObject filledIn = values.value(u"values"_s).toObject();
    if (!unit.isEmpty())
        filledIn.insert(u"org_name"_s, unit);
    values.insert(u"values"_s, filledIn);
    values.insert(u"attachments"_s, attachments);
    writeWholeFile(folder + u"/values.json"_s, QJsonDocument(values).toJson());
}

/// Two photos of about 2.4 MB.
void makeFive(const QString& folder, const QString& unit, quint32 seed)
{
    makeDossier(folder, unit, {{u"uscc_scan"_s, QJsonArray{u"one.jpg"_s}}, {u"hardware_photos"_s, QJsonArray{u"two.jpg"_s}}});
    writeWholeFile(folder + u"/one.jpg"_s, photo({4000, 3000}, seed, 40, 78));
    writeWholeFile(folder + u"/two.jpg"_s, photo({4000, 3000}, seed + 1000, 40, 78));
}

/// A page whose resources have `count` little pictures, each an object of its own.
QByteArray manyObjects(int count)
{
    QByteArray file = "%PDF-1.7\n";
    QList<qint64> places;
    const auto add = [&](const QByteArray& object) {
        places << file.size();
        file += QByteArray::number(places.size()) + " 0 obj\n" + object + "\nendobj\n";
    };
    add("<< /Type /Catalog /Pages 2 0 R >>");
    add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    QByteArray names;
    for (int i = 0; i < count; ++i)
        names += "/X" + QByteArray::number(i) + ' ' + QByteArray::number(5 + i) + " 0 R ";
    add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << " + names + ">> >> >>");
    add("<< /Length 27 >>\nstream\nq 9 0 0 9 99 99 cm /X0 Do Q\nendstream");
    for (int i = 0; i < count; ++i)
        add("<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>\n"
            "stream\nx\nendstream");
    const qint64 table = file.size();
    file += "xref\n0 " + QByteArray::number(places.size() + 1) + "\n0000000000 65535 f \n";
    for (const qint64 place : places)
        file += QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
    return file + "trailer << /Size " + QByteArray::number(places.size() + 1) + " /Root 1 0 R >>\nstartxref\n"
           + QByteArray::number(table) + "\n%%EOF\n";
}

void makeObjects(const QString& folder, int count)
{
    makeDossier(folder, {}, {{u"uscc_scan"_s, QJsonArray{u"objects.pdf"_s}}});
    writeWholeFile(folder + u"/objects.pdf"_s, manyObjects(count));
}

void makeReceived(const QString& many, const QString& to)
{
    QDir().mkpath(to);
    const Passphrase word(u"bench"_s);
    const QTemporaryDir scratch;
    NewIdentity person;
    person.name = u"示例"_s;
    createIdentity(scratch.filePath(u"id.p12"_s), person, word);
    const Identity identity = Identity::load(scratch.filePath(u"id.p12"_s), word);
    QList<DossierInput> inputs;
    for (int i = 1; i <= 20; ++i)
        inputs << openDossier(many + u"/%1/values.json"_s.arg(i));
    for (int i = 0; i < 200; ++i) {
        const DossierInput& input = inputs.at(i % inputs.size());
        Dossier dossier = input.file.dossier;
        dossier.id = QUuid::createUuidV5(QUuid(), QString::number(i));
        const QString code = u"1242%1"_s.arg(i, 13, 10, QChar(u'0'));
        dossier.values.insert(u"uscc"_s, QString(code + credit_code::checkCharacter(code)));
        dossier.values.insert(u"org_name"_s, u"示例研究院第%1所"_s.arg(i + 1));
        const QString open = scratch.filePath(u"open.pdf"_s);
        writeDossier(dossier, *input.file.pack, {}, open);
        signPaper(open, to + u"/%1.pdf"_s.arg(i + 1, 3, 10, QChar(u'0')), {SignatureRole::Applicant, identity, {}, {}, QDateTime::currentDateTime(), {}});
        QFile::remove(open);
    }
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QString folder = QCoreApplication::arguments().value(1);
    const QStringList wanted = QCoreApplication::arguments().mid(2);
    const auto make = [&](const QString& part, const auto& maker) {
        if (wanted.isEmpty() || wanted.contains(part))
            maker(QString(folder + u'/' + part));
    };
    make(u"full"_s, [](const QString& to) {
        TextShaper shaper(fontsOf(builtInCallPack(builtInCallPackIds().first())));
        makeFull(to, shaper);
    });
    make(u"large"_s, [](const QString& to) { makeLarge(to, 9, {4300, 3225}); });
    make(u"one"_s, [](const QString& to) { makeLarge(to, 1, {12900, 9675}); });
    make(u"photos"_s, makePhotos);
    make(u"small"_s, [](const QString& to) { makeDossier(to, {}, {}); });
    make(u"five"_s, [](const QString& to) { makeFive(to, {}, 100); });
    for (const int count : {15'000, 30'000, 60'000})
        make(u"objects-%1"_s.arg(count), [count](const QString& to) { makeObjects(to, count); });
    make(u"many"_s, [](const QString& to) {
        for (int i = 1; i <= 20; ++i)
            makeFive(to + u'/' + QString::number(i), u"示例研究院第%1所"_s.arg(i), quint32(i));
    });
    if (wanted.contains(u"received"_s))
        makeReceived(folder + u"/many"_s, folder + u"/received"_s);
    return 0;
}
