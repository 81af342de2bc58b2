// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sample_papers.h"

#include "model/procedure/dossier_input.h"
#include "model/procedure/dossier_output.h"
#include "model/procedure/paper_signing.h"
#include "model/procedure/sample_files.h"
#include "model/signature/new_identity.h"
#include "model/signature/passphrase.h"

#include <QImage>
#include <QPainter>

namespace jz::test {

using namespace Qt::StringLiterals;

namespace {

QString makeSeal(const QString& path)
{
    QImage seal(300, 300, QImage::Format_ARGB32);
    seal.fill(Qt::transparent);
    QPainter painter(&seal);
    painter.setPen(QPen(QColor(220, 20, 20), 24));
    painter.drawEllipse(QRect(20, 20, 260, 260));
    painter.end();
    seal.save(path);
    return path;
}

QString make(const ScratchFolder& folder)
{
    const DossierInput input = openDossier(copySample(sampleNames().constLast(), folder.path(), {400, 300}));
    const QString paper = folder.file(u"定稿.pdf"_s);
    writeDossier(input.file.dossier, *input.file.pack, {}, paper);
    const Passphrase passphrase(u"sample"_s);
    NewIdentity identity;
    identity.name = u"示例先进光电技术研究院"_s;
    createIdentity(folder.file(u"id.p12"_s), identity, passphrase);
    const QString out = folder.file(u"已签章.pdf"_s);
    signPaper(paper, out, {SignatureRole::Applicant, Identity::load(folder.file(u"id.p12"_s), passphrase), {}, {},
                           QDateTime::currentDateTime(), makeSeal(folder.file(u"seal.png"_s))});
    return out;
}

} // namespace

const QString& signedSample()
{
    static const ScratchFolder folder;
    static const QString path = make(folder);
    return path;
}

QByteArray linkedPdf()
{
    const auto stream = [](const QByteArray& data) {
        return "<< /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data + "\nendstream";
    };
    const QByteArray page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Resources << /Font << /F 7 0 R >> >> /Contents ";
    const QList<QByteArray> objects{
        "<< /Type /Catalog /Pages 2 0 R /Outlines 9 0 R >>",
        "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
        page + "5 0 R /Annots [8 0 R] >>",
        page + "6 0 R >>",
        stream("BT /F 20 Tf 50 350 Td (Page 1) Tj ET"),
        stream("BT /F 20 Tf 50 350 Td (Page 2) Tj ET"),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Type /Annot /Subtype /Link /Rect [50 345 110 370] /Border [0 0 0] /Dest [4 0 R /Fit] >>",
        "<< /Type /Outlines /First 10 0 R /Last 11 0 R /Count 2 >>",
        "<< /Title (First) /Parent 9 0 R /Next 11 0 R /Dest [3 0 R /Fit] >>",
        "<< /Title (Second) /Parent 9 0 R /Prev 10 0 R /Dest [4 0 R /Fit] >>"};
    QByteArray pdf = "%PDF-1.4\n";
    QList<qsizetype> places;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        places << pdf.size();
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
    }
    const qsizetype table = pdf.size();
    pdf += "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (const qsizetype place : places)
        pdf += QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
    return pdf + "trailer\n<< /Size " + QByteArray::number(objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + QByteArray::number(table)
           + "\n%%EOF\n";
}

int redPixels(const QImage& picture)
{
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QColor colour = picture.pixelColor(x, y);
            count += colour.red() - colour.green() > 50 && colour.red() - colour.blue() > 50;
        }
    }
    return count;
}

} // namespace jz::test
