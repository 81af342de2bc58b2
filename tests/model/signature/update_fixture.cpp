// SPDX-License-Identifier: Apache-2.0
#include "tests/model/signature/update_fixture.h"

#include "model/signature/cms_builder.h"
#include "model/signature/pdf_verifier.h"
#include "tests/model/signature/signing_fixture.h"
#include "tests/support/boost_test.h"

#include <QCryptographicHash>

namespace jz::test {

using namespace Qt::StringLiterals;

namespace {

struct Entry
{
    int type = 1;
    qsizetype first = 0;
    int second = 0;
};

QByteArray bigEndian(qsizetype value, int bytes)
{
    QByteArray result;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        result += static_cast<char>((value >> shift) & 0xff);
    return result;
}

QByteArray previousXref(const QByteArray& paper)
{
    const qsizetype at = paper.lastIndexOf("startxref\n") + 10;
    return paper.mid(at, paper.indexOf('\n', at) - at);
}

/// The /Info of the newest trailer, which programs carry on.
QByteArray infoEntry(const QByteArray& paper)
{
    const qsizetype at = paper.lastIndexOf("/Info ");
    return at < 0 ? QByteArray() : ' ' + paper.mid(at, paper.indexOf('R', at) + 1 - at);
}

QByteArray table(const QMap<int, Entry>& entries)
{
    QByteArray text = "xref\n";
    for (auto entry = entries.begin(); entry != entries.end(); ++entry)
        text += QByteArray::number(entry.key()) + " 1\n" + QByteArray::number(entry->first).rightJustified(10, '0')
                + ' ' + QByteArray::number(entry->second).rightJustified(5, '0') + (entry->type ? " n \n" : " f \n");
    return text + "trailer\n";
}

} // namespace

QByteArray streamBody(const QByteArray& data, const QByteArray& entries)
{
    return "<< " + entries + " /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data + "\nendstream";
}

QByteArray appended(const QByteArray& paper, const Update& update)
{
    constexpr int containerNumber = 900;
    QByteArray file = paper;
    QMap<int, Entry> entries;
    QByteArray heads;
    QByteArray packed;
    int index = 0;
    for (auto object = update.objects.begin(); object != update.objects.end(); ++object) {
        if (update.kind == Update::ObjectStream && !object->contains("stream\n")) {
            heads += QByteArray::number(object.key()) + ' ' + QByteArray::number(packed.size()) + ' ';
            packed += *object + '\n';
            entries[object.key()] = {2, containerNumber, index++};
            continue;
        }
        entries[object.key()] = {1, file.size(), update.generation};
        file += QByteArray::number(object.key()) + ' ' + QByteArray::number(update.generation) + " obj\n" + *object
                + "\nendobj\n";
    }
    if (index > 0) {
        entries[containerNumber] = {1, file.size(), 0};
        file += QByteArray::number(containerNumber) + " 0 obj\n"
                + streamBody(heads + packed, "/Type /ObjStm /N " + QByteArray::number(index) + " /First "
                                                 + QByteArray::number(heads.size()))
                + "\nendobj\n";
    }
    for (const int number : update.freed)
        entries[number] = {0, 0, 1};
    const QByteArray dictionary = "/Size 1000 " + update.trailer + infoEntry(paper) + " /Prev " + previousXref(paper);
    const QByteArray at = QByteArray::number(file.size());
    if (update.kind == Update::Table)
        return file + table(entries) + "<< " + dictionary + " >>\nstartxref\n" + at + "\n%%EOF\n";
    entries[999] = {1, file.size(), 0};
    QByteArray places;
    QByteArray rows;
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        places += QByteArray::number(entry.key()) + " 1 ";
        rows += bigEndian(entry->type, 1) + bigEndian(entry->first, 4) + bigEndian(entry->second, 2);
    }
    return file + "999 0 obj\n" + streamBody(rows, "/Type /XRef /W [ 1 4 2 ] /Index [ " + places + "] " + dictionary)
           + "\nendobj\nstartxref\n" + at + "\n%%EOF\n";
}

QByteArray foreignPaper()
{
    const QByteArray widget = "<< /Type /Annot /Subtype /Widget /P 3 0 R ";
    const QByteArray xmp = "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                           "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></x:xmpmeta>"
                           "<?xpacket end='w'?>";
    return pdfOf(
        {"<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R /Names 15 0 R /Metadata 14 0 R /OCProperties 18 0 R "
         "/StructTreeRoot 20 0 R /MarkInfo << /Marked true >> >>",
         "<< /Type /Pages /Kids [ 3 0 R 23 0 R ] /Count 2 >>",
         "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents 4 0 R /StructParents 0 /Resources << /Font "
         "<< /F1 8 0 R >> /XObject << /I1 9 0 R >> >> /Annots [ 6 0 R 7 0 R 10 0 R 11 0 R 24 0 R ] >>",
         streamBody("BT /F1 12 Tf 50 780 Td (Pay 100) Tj ET /I1 Do"),
         "<< /Fields [ 6 0 R 7 0 R 10 0 R 11 0 R ] /SigFlags 0 /DA (/F1 0 Tf 0 g) /DR << /Font << /F1 8 0 R >> >> >>",
         widget + "/FT /Sig /T (First) /Rect [ 60 600 210 700 ] /F 132 >>",
         widget + "/FT /Sig /T (Second) /Rect [ 60 400 210 500 ] /F 132 >>",
         "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
         streamBody("0 0 10 10 re f", "/Type /XObject /Subtype /Form /BBox [ 0 0 10 10 ]"),
         widget + "/FT /Tx /T (Remark) /V (old) /Rect [ 60 300 210 320 ] /F 4 /AP << /N 12 0 R >> >>",
         widget + "/FT /Tx /T (Sum) /V (1) /Rect [ 60 250 210 270 ] /F 4 /AP << /N 22 0 R >> >>",
         streamBody("BT (old) Tj ET", "/Type /XObject /Subtype /Form /BBox [ 0 0 150 20 ]"),
         "<< /Title (Contract) /Producer (Test) >>", streamBody(xmp, "/Type /Metadata /Subtype /XML"),
         "<< /EmbeddedFiles << /Names [ (a.txt) 16 0 R ] >> >>",
         "<< /Type /Filespec /F (a.txt) /EF << /F 17 0 R >> >>", streamBody("attached", "/Type /EmbeddedFile"),
         "<< /OCGs [ 19 0 R ] /D << /ON [ 19 0 R ] >> >>", "<< /Type /OCG /Name (Layer) >>",
         "<< /Type /StructTreeRoot /K 21 0 R /ParentTree << /Nums [ 0 [ 21 0 R ] ] >> /ParentTreeNextKey 1 >>",
         "<< /Type /StructElem /S /Document /P 20 0 R /Pg 3 0 R /K [ 0 ] >>",
         streamBody("BT (1) Tj ET", "/Type /XObject /Subtype /Form /BBox [ 0 0 150 20 ]"),
         "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Resources << >> >>",
         "<< /Type /Annot /Subtype /Link /Rect [ 0 0 50 50 ] /A << /S /URI /URI (http://example.org) >> >>"},
        "/Root 1 0 R /Info 13 0 R /ID [ <00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff> ]");
}

void setRange(PreparedSignature& prepared, const std::array<qint64, 4>& range, const QByteArray& behind)
{
    prepared.byteRange = range;
    QByteArray text = "[0";
    for (size_t i = 1; i < 4; ++i)
        text += ' ' + QByteArray::number(range[i]);
    text += ']' + behind;
    const qsizetype at = prepared.tail.indexOf("/ByteRange [") + 11;
    const qsizetype room = prepared.tail.indexOf(']', at) + 1 - at;
    if (text.size() > room)
        throw std::runtime_error("no room for the range");
    prepared.tail.replace(at, room, text.leftJustified(room));
}

QByteArray signField(const QByteArray& paper, const QString& field, bool certify, const ChangeSignature& change)
{
    const ScratchFolder folder;
    writeFile(folder.file(u"in.pdf"_s), paper);
    const FileBytes source(folder.file(u"in.pdf"_s));
    SignatureUpdate update;
    update.field = field;
    update.certify = certify;
    update.time = QDateTime::currentDateTimeUtc();
    update.subFilter = "ETSI.CAdES.detached";
    PreparedSignature prepared = prepareSignature(PdfStructure(source), update);
    const qsizetype hole = prepared.byteRange[1] - prepared.fileSize + 1;
    change(prepared);
    const QByteArray whole = paper + prepared.tail;
    const auto& range = prepared.byteRange;
    const QByteArray covered = whole.first(range[1]) + whole.mid(range[2], range[3]);
    const QByteArray cms = buildCms(Identities::all().load(u"p256"_s),
                                    QCryptographicHash::hash(covered, QCryptographicHash::Sha256));
    prepared.tail.replace(hole, 2 * cms.size(), cms.toHex());
    return paper + prepared.tail;
}

QByteArray signedForeignPaper(bool certify)
{
    static const QByteArray plain = signField(foreignPaper(), u"First"_s);
    static const QByteArray certified = signField(foreignPaper(), u"First"_s, true);
    return certify ? certified : plain;
}

const QList<MakeRule>& allRules()
{
    static const QList<MakeRule> rules{
        makeCoverageRule, makeExactGapRule, makeRevisionEndRule, makeUniqueKeyRule, makeCmsRule,
        makeSigningCertificateRule, makeTimestampRule, makeTrustRule, makeRevocationRule, makeLevelRule,
        makeComparisonRule, makeRevisionChainRule,
        makePageRule, makeAnnotationRule, makeDocumentRule, makeFormRule, makeSignedFieldRule, makeStructureRule,
        makeMetadataRule, makeSecurityStoreRule, makeObjectRule, makeFillingRule, makePermissionRule,
        makeOwnPaperRule, makeDeclarationRule};
    return rules;
}

Verdict verdictWithout(const QByteArray& paper, const QList<MakeRule>& left)
{
    const ScratchFolder folder;
    writeFile(folder.file(u"paper.pdf"_s), paper);
    const FileBytes source(folder.file(u"paper.pdf"_s));
    TrustList trust;
    trust.addFile(Identities::all().caPem());
    SignatureRules rules;
    for (const MakeRule make : allRules()) {
        if (!left.contains(make))
            rules.push_back(make());
    }
    return PdfVerifier(std::move(rules)).verify(source, trust).verdict;
}

void checkAttack(const QByteArray& attacked, QLatin1StringView code, const QList<MakeRule>& rules)
{
    const VerificationReport report = verifyBytes(attacked);
    const QStringList codes = codesOf(report);
    BOOST_TEST(verdictName(report.verdict) == u"modified"_s);
    BOOST_TEST(codes.contains(code), "expected " << code.data() << ", found " << codes.join(u' ').toStdString());
    BOOST_TEST(verdictName(verdictWithout(attacked, rules)) == u"valid"_s,
               "without its rule it is not valid: " << codes.join(u' ').toStdString());
}

void checkHonest(const QByteArray& paper)
{
    const VerificationReport report = verifyBytes(paper);
    BOOST_TEST(verdictName(report.verdict) == u"valid"_s,
               verdictName(report.verdict).toStdString() << ": " << codesOf(report).join(u' ').toStdString());
}

} // namespace jz::test
