// SPDX-License-Identifier: Apache-2.0
#include "tests/model/signature/signing_fixture.h"

#include "model/signature/new_identity.h"
#include "model/signature/pdf_verifier.h"

#include <stdexcept>

namespace jz::test {

using namespace Qt::StringLiterals;

QByteArray pdfOf(const QList<QByteArray>& bodies, const QByteArray& trailer)
{
    QByteArray file = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
    QByteArray table;
    for (qsizetype i = 0; i < bodies.size(); ++i) {
        table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file += QByteArray::number(i + 1) + " 0 obj\n" + bodies[i] + "\nendobj\n";
    }
    const QByteArray size = QByteArray::number(bodies.size() + 1);
    const QByteArray xref = QByteArray::number(file.size());
    return file + "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer\n<< /Size " + size + ' ' + trailer
           + " >>\nstartxref\n" + xref + "\n%%EOF\n";
}

namespace {

QByteArray stream(const QByteArray& data, const QByteArray& entries = {})
{
    return "<< " + entries + " /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data + "\nendstream";
}

QByteArray field(const QByteArray& name, const QByteArray& rect)
{
    return "<< /Type /Annot /Subtype /Widget /FT /Sig /T (" + name + ") /Rect [ " + rect + " ] /F 132 /P 3 0 R >>";
}

} // namespace

QByteArray unsignedPaper(qsizetype padding, int extraObjects)
{
    QList<QByteArray> bodies{
        "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R >>",
        "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents 4 0 R /Resources << >> "
        "/Annots [ 6 0 R 7 0 R 8 0 R 9 0 R 10 0 R ] >>",
        stream("0 0 1 RG 50 50 495 742 re S"),
        "<< /Fields [ 6 0 R 7 0 R 8 0 R 9 0 R 10 0 R ] /SigFlags 0 >>",
        field("Applicant", "60 600 210 700"),
        field("Recommender1", "60 400 210 500"),
        field("Recommender2", "250 400 400 500"),
        field("Recommender3", "60 250 210 350"),
        field("Recommender4", "250 250 400 350"),
        "<< /Title (Test) >>"};
    if (padding > 0) {
        QByteArray data(padding, Qt::Uninitialized);
        for (qsizetype i = 0; i < padding; ++i)
            data[i] = static_cast<char>((i * 7 + i / 251) & 0xff);
        bodies.append(stream(data));
    }
    for (int i = 0; i < extraObjects; ++i)
        bodies.append("<< /N " + QByteArray::number(i) + " /A [ 1 2 3 ] /Text (filler of some length, as it comes) >>");
    return pdfOf(bodies, "/Root 1 0 R /Info 11 0 R /ID [ <00112233445566778899aabbccddeeff> "
                         "<00112233445566778899aabbccddeeff> ]");
}

QByteArray redAppearance()
{
    return pdfOf({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
                  "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 150 100 ] /Contents [ 4 0 R 5 0 R ] "
                  "/Resources 6 0 R >>",
                  stream("1 0 0 rg"), stream("5 5 140 90 re f"),
                  "<< /ExtGState << /G 7 0 R >> /ProcSet [ /PDF ] >>", "<< /Type /ExtGState /CA 1 >>"},
                 "/Root 1 0 R");
}

void openssl(const QStringList& arguments)
{
    const ProcessResult result = run(u"openssl"_s, arguments);
    if (result.exitCode != 0)
        throw std::runtime_error("openssl " + arguments.join(u' ').toStdString() + ": " + result.err.toStdString());
}

const Identities& Identities::all()
{
    static const Identities identities;
    return identities;
}

Identities::Identities()
{
    openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s,
             u"-keyout"_s, path(u"ca.key"_s), u"-out"_s, caPem(), u"-days"_s, u"3650"_s, u"-subj"_s,
             u"/CN=Test Authority"_s});
    writeFile(path(u"ext.cnf"_s), "keyUsage=critical,digitalSignature,nonRepudiation\nbasicConstraints=CA:FALSE\n");
    for (const QString& bits : {u"2048"_s, u"3072"_s, u"4096"_s})
        make(u"rsa"_s + bits, {u"rsa:"_s + bits});
    make(u"p256"_s, {u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s});
    make(u"p384"_s, {u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-384"_s});
    NewIdentity own;
    own.name = u"某某科学研究院"_s;
    own.kind = KeyKind::P256;
    createIdentity(path(u"own.p12"_s), own, Passphrase(passphrase()));
}

void Identities::make(const QString& kind, const QStringList& newKey) const
{
    const QString key = path(kind + u".key"_s);
    const QString request = path(kind + u".csr"_s);
    openssl(QStringList{u"req"_s, u"-new"_s, u"-nodes"_s, u"-utf8"_s, u"-newkey"_s} + newKey
            + QStringList{u"-keyout"_s, key, u"-out"_s, request, u"-subj"_s, u"/CN=单位 "_s + kind});
    openssl({u"x509"_s, u"-req"_s, u"-in"_s, request, u"-CA"_s, caPem(), u"-CAkey"_s, path(u"ca.key"_s),
             u"-CAcreateserial"_s, u"-days"_s, u"365"_s, u"-extfile"_s, path(u"ext.cnf"_s), u"-out"_s,
             path(kind + u".pem"_s)});
    openssl({u"pkcs12"_s, u"-export"_s, u"-inkey"_s, key, u"-in"_s, path(kind + u".pem"_s), u"-certfile"_s, caPem(),
             u"-out"_s, path(kind + u".p12"_s), u"-passout"_s, u"pass:"_s + passphrase()});
}

Identity Identities::load(const QString& kind) const
{
    return Identity::load(path(kind + u".p12"_s), Passphrase(passphrase()));
}

SignRequest requestFor(const Identity& identity, SignatureRole role)
{
    return {role, identity, redAppearance(), {}, u"同意推荐。"_s,
            QDateTime(QDate(2026, 11, 20), QTime(9, 30), Qt::OffsetFromUTC, 8 * 3600), 12 * 1024};
}

namespace {

QByteArray signedOver(const QByteArray& paper, const QString& kind, SignatureRole role)
{
    const ScratchFolder folder;
    const QString path = folder.file(u"paper.pdf"_s);
    writeFile(path, paper);
    signPdf(path, path, requestFor(Identities::all().load(kind), role));
    return readFile(path);
}

} // namespace

QByteArray signedPaper()
{
    static const QByteArray paper = signedOver(unsignedPaper(), u"p256"_s, SignatureRole::Applicant);
    return paper;
}

QByteArray countersignedPaper()
{
    static const QByteArray paper = signedOver(signedPaper(), u"rsa2048"_s, SignatureRole::Recommender);
    return paper;
}

VerificationReport verifyBytes(const QByteArray& bytes, bool trustCa)
{
    const ScratchFolder folder;
    const QString path = folder.file(u"paper.pdf"_s);
    writeFile(path, bytes);
    TrustList trust;
    if (trustCa)
        trust.addFile(Identities::all().caPem());
    return verifyPdf(path, trust);
}

QStringList codesOf(const VerificationReport& report)
{
    QStringList codes;
    for (const Problem& problem : report.problems)
        codes += problem.code;
    for (const SignatureReport& signature : report.signatures) {
        for (const Problem& problem : signature.problems)
            codes += problem.code;
    }
    return codes;
}

} // namespace jz::test
