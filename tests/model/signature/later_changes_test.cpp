// SPDX-License-Identifier: Apache-2.0
// Revisions appended to freshly signed papers: each attack is named by its code and passes when the rule that is
// about it is left out; what honest programs do is not called an attack.
#include "tests/model/signature/signing_fixture.h"
#include "tests/model/signature/update_fixture.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// Overrides one object of the signed foreign paper.
QByteArray overriding(int number, const QByteArray& body, Update::Kind kind = Update::Table)
{
    Update update;
    update.objects[number] = body;
    update.kind = kind;
    return appended(signedForeignPaper(), update);
}

QByteArray with(const QMap<int, QByteArray>& objects, const QByteArray& paper = signedForeignPaper())
{
    Update update;
    update.objects = objects;
    return appended(paper, update);
}

/// The text of an object of the signed foreign paper as its newest revision has it, with a part of it replaced.
QByteArray changed(int number, const QByteArray& from, const QByteArray& to,
                   const QByteArray& paper = signedForeignPaper())
{
    const QByteArray head = '\n' + QByteArray::number(number) + " 0 obj\n";
    const qsizetype at = paper.lastIndexOf(head) + head.size();
    QByteArray body = paper.mid(at, paper.indexOf("\nendobj", at) - at);
    BOOST_REQUIRE_MESSAGE(body.contains(from), body.toStdString());
    return body.replace(from, to);
}

const QByteArray newWidget = "<< /Type /Annot /Subtype /Widget /P 3 0 R /FT /Sig /T (Third) /F 132 ";
const QByteArray newPage = "/Annots [ 6 0 R 7 0 R 10 0 R 11 0 R 24 0 R 50 0 R ]";
const QByteArray oldPage = "/Annots [ 6 0 R 7 0 R 10 0 R 11 0 R 24 0 R ]";

} // namespace

BOOST_AUTO_TEST_SUITE(later_changes)

BOOST_AUTO_TEST_CASE(the_papers_are_sound_before_they_are_attacked)
{
    checkHonest(signedForeignPaper());
    checkHonest(signedForeignPaper(true));
    checkHonest(signField(signedForeignPaper(), u"Second"_s));
    checkHonest(signField(signedForeignPaper(true), u"Second"_s));
    BOOST_TEST(static_cast<size_t>(allRules().size()) == defaultSignatureRules().size());
}

BOOST_AUTO_TEST_CASE(what_pages_show_is_protected)
{
    for (const auto kind : {Update::Table, Update::Stream, Update::ObjectStream}) {
        checkAttack(overriding(4, streamBody("BT /F1 12 Tf 50 780 Td (Pay 900) Tj ET"), kind),
                    problem::pageContentChanged, {makePageRule});
        checkAttack(overriding(3, changed(3, "/Contents 4 0 R", "/Contents [ ]"), kind), problem::pageContentChanged,
                    {makePageRule});
        checkAttack(overriding(8, "<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>", kind),
                    problem::fontChanged, {makePageRule});
    }
    checkAttack(overriding(9, streamBody("0 0 99 99 re f", "/Type /XObject /Subtype /Form /BBox [ 0 0 99 99 ]")),
                problem::resourceChanged, {makePageRule});
    checkAttack(overriding(3, changed(3, "842 ]", "400 ]")), problem::pagesChanged, {makePageRule});
    checkAttack(overriding(3, changed(3, "/Type /Page ", "/Type /Page /Rotate 180 ")), problem::pagesChanged,
                {makePageRule});
}

BOOST_AUTO_TEST_CASE(pages_are_not_added_removed_or_reordered)
{
    checkAttack(overriding(2, "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>"), problem::pagesChanged, {makePageRule});
    checkAttack(overriding(2, "<< /Type /Pages /Kids [ 23 0 R 3 0 R ] /Count 2 >>"), problem::pagesChanged,
                {makePageRule});
    checkAttack(with({{2, "<< /Type /Pages /Kids [ 3 0 R 23 0 R 50 0 R ] /Count 3 >>"},
                      {50, "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 9 9 ] >>"}}),
                problem::pagesChanged, {makePageRule});
}

BOOST_AUTO_TEST_CASE(an_object_is_cleared_only_when_every_way_to_it_is)
{
    // The metadata may be replaced by other XMP, but not when a page is drawn with the same object.
    const QByteArray base = foreignPaper();
    const QByteArray shared = signField(
        with({{3, changed(3, "/Contents 4 0 R", "/Contents 14 0 R", base)}}, base), u"First"_s);
    checkHonest(shared);
    checkAttack(with({{14, changed(14, "W5M0", "W5M1", base)}}, shared), problem::pageContentChanged,
                {makePageRule});
    checkAttack(with({{1, changed(1, "/Metadata 14 0 R", "/Metadata 4 0 R")},
                      {4, streamBody("q", "/Type /Metadata /Subtype /XML")}}),
                problem::pageContentChanged, {makePageRule, makeMetadataRule});
}

BOOST_AUTO_TEST_CASE(annotations_are_not_added_changed_or_taken_away)
{
    const QByteArray text = "<< /Type /Annot /Subtype /FreeText /Rect [ 50 770 200 800 ] /Contents (Pay 900) >>";
    checkAttack(with({{3, changed(3, oldPage, newPage)}, {50, text}}), problem::annotationChanged,
                {makeAnnotationRule});
    checkAttack(overriding(3, changed(3, " 24 0 R ]", " ]")), problem::annotationChanged, {makeAnnotationRule});
    checkAttack(overriding(24, "<< /Type /Annot /Subtype /Link /Rect [ 0 0 595 842 ] >>"),
                problem::annotationChanged, {makeAnnotationRule});
    const QByteArray note = "<< /Type /Annot /Subtype /Text /Rect [ 50 770 70 790 ] /Contents (note) >>";
    checkAttack(with({{3, changed(3, oldPage, newPage)}, {50, note}}), problem::annotationChanged,
                {makeAnnotationRule});
    checkAttack(overriding(22, streamBody("BT (900) Tj ET", "/Type /XObject /Subtype /Form /BBox [ 0 0 150 20 ]")),
                problem::appearanceChanged, {makeAnnotationRule});
}

BOOST_AUTO_TEST_CASE(notes_are_allowed_where_the_certification_says_so_and_cover_nothing)
{
    const auto level3 = [](PreparedSignature& prepared) {
        const qsizetype at = prepared.tail.indexOf("/P 2 /V /1.2");
        BOOST_REQUIRE(at > 0);
        prepared.tail[at + 3] = '3';
    };
    const QByteArray open = signField(foreignPaper(), u"First"_s, true, level3);
    const QByteArray page = changed(3, oldPage, newPage);
    const QByteArray note = "<< /Type /Annot /Subtype /Text /Rect [ 50 770 70 790 ] /Contents (note) ";
    checkHonest(with({{3, page}, {50, note + ">>"}}, open));
    const QByteArray covering = with({{3, page}, {50, note + "/AP << /N 9 0 R >> >>"}}, open);
    checkAttack(covering, problem::annotationChanged, {makeAnnotationRule});
}

BOOST_AUTO_TEST_CASE(nothing_is_hung_on_the_catalog)
{
    const auto catalog = [](const QByteArray& entry) {
        return overriding(1, changed(1, "/Type /Catalog", "/Type /Catalog " + entry));
    };
    const QByteArray script = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";
    checkAttack(catalog("/OpenAction " + script), problem::scriptChanged, {makeDocumentRule});
    checkAttack(catalog("/AA << /WC " + script + " >>"), problem::scriptChanged, {makeDocumentRule});
    checkAttack(catalog("/Outlines << /Type /Outlines >>"), problem::namesChanged, {makeDocumentRule});
    checkAttack(catalog("/Collection << >>"), problem::objectChanged, {makeDocumentRule});
    checkAttack(overriding(15, "<< /JavaScript << /Names [ (a) " + script + " ] >> >>"), problem::namesChanged,
                {makeDocumentRule});
    checkAttack(overriding(17, streamBody("exchanged", "/Type /EmbeddedFile")), problem::embeddedFileChanged,
                {makeDocumentRule});
    checkAttack(overriding(18, "<< /OCGs [ 19 0 R ] /D << /OFF [ 19 0 R ] >> >>"), problem::optionalContentChanged,
                {makeDocumentRule});
    Update redirected;
    redirected.objects = {{60, "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R >>"}};
    redirected.trailer = "/Root 60 0 R";
    checkAttack(appended(signedForeignPaper(), redirected), problem::rootRedirected, {makeDocumentRule});
}

BOOST_AUTO_TEST_CASE(fields_are_not_added_removed_or_moved)
{
    const auto form = [](const QByteArray& fields) { return changed(5, " 11 0 R ]", " 11 0 R" + fields + " ]"); };
    const QByteArray page = changed(3, oldPage, newPage);
    const QByteArray text = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (New) /V (900) /Rect [ 50 770 99 790 ] >>";
    checkAttack(with({{3, page}, {5, form(" 50 0 R")}, {50, text}}), problem::fieldAdded,
                {makeFormRule, makeAnnotationRule});
    checkAttack(with({{3, page}, {5, form(" 50 0 R")}, {50, newWidget + "/Rect [ 50 770 99 790 ] >>"}}),
                problem::fieldAdded, {makeFormRule});
    checkAttack(with({{5, form(" 50 0 R")}, {50, newWidget + "/Rect [ 0 0 0 0 ] /AA << >> >>"}}), problem::fieldAdded,
                {makeFormRule});
    checkAttack(overriding(5, changed(5, " 11 0 R ]", " ]")), problem::fieldRemoved, {makeFormRule});
    checkAttack(overriding(11, changed(11, "[ 60 250", "[ 60 780")), problem::fieldChanged, {makeFormRule});
    checkAttack(overriding(7, changed(7, "[ 60 400 ", "[ 60 750 ")), problem::fieldChanged, {makeFormRule});
    // Readers do not agree on which of two entries counts.
    checkAttack(overriding(7, changed(7, "/T (Second)", "/T (Second) /Rect [ 0 0 595 842 ]")), problem::objectBroken,
                {makeObjectRule});
    checkAttack(overriding(5, changed(5, "/SigFlags 3", "/SigFlags 3 /XFA (x)")), problem::formChanged,
                {makeFormRule});
}

BOOST_AUTO_TEST_CASE(a_signed_field_stays_as_it_is)
{
    const QByteArray fake = streamBody("1 0 0 rg 0 0 99 99 re f", "/Type /XObject /Subtype /Form /BBox [ 0 0 99 99 ]");
    const QByteArray paper = signedForeignPaper();
    checkAttack(with({{6, changed(6, "/AP << ", "/AP << /D 50 0 R ")}, {50, fake}}), problem::signedFieldChanged,
                {makeSignedFieldRule});
    checkAttack(with({{6, changed(6, "[ 60 600", "[ 60 100")}}), problem::signedFieldChanged, {makeSignedFieldRule});
    checkAttack(with({{6, changed(6, "/V 25 0 R", "")}}), problem::signedFieldChanged,
                {makeSignedFieldRule, makeDeclarationRule});
    checkAttack(with({{7, changed(7, "/T (Second)", "/T (Second) /V 25 0 R")}}), problem::signatureReused,
                {makeSignedFieldRule, makeDeclarationRule});
}

BOOST_AUTO_TEST_CASE(tags_metadata_and_validation_data_hold_what_belongs_there)
{
    checkAttack(overriding(21, changed(21, "/S /Document", "/S /Document /ActualText (Pay 900)")),
                problem::structureChanged, {makeStructureRule});
    checkAttack(overriding(14, streamBody("no xmp", "/Type /Metadata /Subtype /XML")), problem::metadataChanged,
                {makeMetadataRule});
    checkAttack(overriding(14, streamBody("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
                                          "/Type /Metadata /Subtype /XML")),
                problem::metadataChanged, {makeMetadataRule});
    const auto store = [](const QByteArray& entries) {
        return with({{1, changed(1, "/Type /Catalog", "/Type /Catalog /DSS << " + entries + " >>")},
                     {50, streamBody("der")},
                     {51, streamBody("q", "/Type /XObject /Subtype /Form")}});
    };
    checkAttack(store("/Certs [ 50 0 R 51 0 R ]"), problem::securityStoreInvalid, {makeSecurityStoreRule});
    checkAttack(store("/Certs [ 50 0 R ] /Other 51 0 R"), problem::securityStoreInvalid, {makeSecurityStoreRule});
    checkHonest(store("/Type /DSS /Certs [ 50 0 R ] /VRI << /AB << /Cert [ 50 0 R ] /TU (D:2026) >> >>"));
}

BOOST_AUTO_TEST_CASE(later_revisions_are_written_as_they_should_be)
{
    const QByteArray paper = signedForeignPaper();
    Update bumped;
    bumped.objects[4] = streamBody("BT (Pay 900) Tj ET");
    bumped.generation = 1;
    checkAttack(appended(paper, bumped), problem::generationChanged, {makeObjectRule, makePageRule});
    // An object that no entry lists: readers that rebuild the table would show it.
    const QByteArray hidden = "4 0 obj\n" + streamBody("BT (Pay 900) Tj ET") + "\nendobj\n";
    Update innocent;
    innocent.objects[13] = "<< /Title (Contract) /Producer (x) >>";
    checkAttack(appended(paper + hidden, innocent), problem::bytesUnaccounted, {makeObjectRule});
    Update freed;
    freed.freed = {4};
    checkAttack(appended(paper, freed), problem::pageContentChanged, {makePageRule});
    // The entry of the producer's name led back to the page's text.
    Update back;
    back.objects[13] = "<< /Producer (x) >>";
    QByteArray redirected = appended(paper, back);
    const QByteArray entry = QByteArray::number(paper.size()).rightJustified(10, '0');
    redirected.replace(redirected.lastIndexOf(entry), 10,
                       QByteArray::number(paper.indexOf("\n4 0 obj") + 1).rightJustified(10, '0'));
    BOOST_TEST(codesOf(verifyBytes(redirected)).contains(problem::objectRedirected));
    BOOST_TEST(verdictName(verifyBytes(redirected).verdict) == u"modified"_s);
}

BOOST_AUTO_TEST_CASE(encryption_and_hybrid_sections_are_not_slipped_in)
{
    const QByteArray paper = signedForeignPaper();
    Update update;
    update.trailer += " /Encrypt << /Filter /Standard /V 1 /R 2 /O <00> /U <00> /P -4 >>";
    const VerificationReport encrypted = verifyBytes(appended(paper, update));
    BOOST_TEST((encrypted.verdict == Verdict::Modified || encrypted.verdict == Verdict::Broken));
    const qsizetype at = paper.size();
    const QByteArray rows = QByteArray("\x01\x00\x00\x00\x00", 5);
    const QByteArray stream = "998 0 obj\n" + streamBody(rows, "/Type /XRef /W [ 1 4 0 ] /Index [ 997 1 ] /Size 1000")
                              + "\nendobj\n";
    Update hybrid;
    hybrid.objects[13] = "<< /Title (Contract) /Producer (x) >>";
    hybrid.trailer += " /XRefStm " + QByteArray::number(at);
    BOOST_TEST(codesOf(verifyBytes(appended(paper + stream, hybrid))).contains(problem::hybridUpdate));
}

BOOST_AUTO_TEST_CASE(filling_in_is_honest_before_a_later_signature_and_not_after_the_last)
{
    const QByteArray fill = changed(10, "/V (old)", "/V (new)");
    const QByteArray look = streamBody("BT (new) Tj ET", "/Type /XObject /Subtype /Form /BBox [ 0 0 150 20 ]");
    const QByteArray filled = with({{10, fill}, {12, look}});
    checkAttack(filled, problem::filledAfterSigning, {makeFillingRule});
    checkHonest(signField(filled, u"Second"_s));
    // A certification that allows it is made for others to fill in.
    checkHonest(with({{10, fill}, {12, look}}, signedForeignPaper(true)));
    const QByteArray both = signField(signedForeignPaper(true), u"Second"_s);
    checkAttack(with({{10, fill}, {12, look}}, both), problem::filledAfterSigning, {makeFillingRule});
    // What a field shows without its value having changed is no filling in.
    checkAttack(overriding(12, look), problem::appearanceChanged, {makeAnnotationRule});
}

BOOST_AUTO_TEST_CASE(certifications_and_locks_are_kept)
{
    const auto level1 = [](PreparedSignature& prepared) {
        const qsizetype at = prepared.tail.indexOf("/P 2 /V /1.2");
        BOOST_REQUIRE(at > 0);
        prepared.tail[at + 3] = '1';
    };
    const QByteArray closed = signField(foreignPaper(), u"First"_s, true, level1);
    checkHonest(closed);
    checkAttack(signField(closed, u"Second"_s), problem::changesNotAllowed, {makePermissionRule});
    checkAttack(with({{10, changed(10, "/V (old)", "/V (new)")}}, closed), problem::changesNotAllowed,
                {makePermissionRule, makeFillingRule});
    checkAttack(signField(signedForeignPaper(), u"Second"_s, true), problem::certificationNotFirst,
                {makePermissionRule, makeDocumentRule});
    checkAttack(signField(signedForeignPaper(true), u"Second"_s, true), problem::certificationNotFirst,
                {makePermissionRule, makeDocumentRule});

    const QByteArray lock = "/Lock << /Type /SigFieldLock /Action /Include /Fields [ (Remark) ] >> ";
    const QByteArray locking =
        signField(with({{6, changed(6, "/FT /Sig ", "/FT /Sig " + lock, foreignPaper())}}, foreignPaper()),
                  u"First"_s);
    checkHonest(signField(locking, u"Second"_s));
    const QByteArray violated = with({{10, changed(10, "/V (old)", "/V (new)", locking)}}, locking);
    checkAttack(signField(violated, u"Second"_s), problem::lockedFieldChanged, {makePermissionRule});
    const QByteArray other = with({{11, changed(11, "/V (1)", "/V (2)", locking)}}, locking);
    checkHonest(signField(other, u"Second"_s));
}

BOOST_AUTO_TEST_CASE(what_honest_programs_append_is_no_attack)
{
    for (const auto kind : {Update::Table, Update::Stream, Update::ObjectStream}) {
        checkHonest(overriding(13, "<< /Title (Contract) /Producer (Test) /ModDate (D:20270101) >>", kind));
        checkHonest(overriding(4, changed(4, "BT", "BT"), kind));
        checkHonest(overriding(1, changed(1, "/Type /Catalog", "/Type /Catalog /Version /2.0 /Extensions << /ESIC << "
                                                                 "/BaseVersion /1.7 /ExtensionLevel 2 >> >>"),
                               kind));
    }
    checkHonest(overriding(14, streamBody("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/"
                                          "1999/02/22-rdf-syntax-ns#'><!-- saved again --></rdf:RDF></x:xmpmeta>",
                                          "/Type /Metadata /Subtype /XML")));
    // A program that adds a field of its own for its signature, with the tags of it.
    const QByteArray fields = with({{3, changed(3, oldPage, newPage)},
                                    {5, changed(5, " 11 0 R ]", " 11 0 R 50 0 R ]")},
                                    {50, newWidget + "/Rect [ 300 600 400 700 ] /StructParent 1 >>"},
                                    {20, changed(20, "/K 21 0 R /ParentTree << /Nums [ 0 [ 21 0 R ] ]",
                                                 "/K [ 21 0 R 51 0 R ] /ParentTree << /Nums [ 0 [ 21 0 R ] 1 51 0 R ]")},
                                    {51, "<< /Type /StructElem /S /Form /P 20 0 R /Pg 3 0 R /K << /Type /OBJR /Obj "
                                         "50 0 R >> >>"}});
    checkHonest(signField(fields, u"Third"_s));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(changes_of_our_papers)

BOOST_AUTO_TEST_CASE(only_reserved_fields_are_signed_in_our_papers)
{
    checkHonest(countersignedPaper());
    const QByteArray form = "<< /Fields [ 6 0 R 7 0 R 8 0 R 9 0 R 10 0 R 50 0 R ] /SigFlags 3 >>";
    const QByteArray page = "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents 4 0 R /Resources << >> "
                            "/Annots [ 6 0 R 7 0 R 8 0 R 9 0 R 10 0 R 50 0 R ] >>";
    const QByteArray added = with({{3, page}, {5, form}, {50, newWidget + "/Rect [ 300 600 400 700 ] >>"}},
                                  signedPaper());
    checkAttack(signField(added, u"Third"_s), problem::notInOurPapers, {makeOwnPaperRule});
}

BOOST_AUTO_TEST_CASE(what_other_papers_may_have_is_not_permitted_in_ours)
{
    checkAttack(with({{11, "<< /Title (Another) >>"}}, signedPaper()), problem::notInOurPapers, {makeOwnPaperRule});
    checkAttack(with({{60, "<< /Unused true >>"}}, signedPaper()), problem::notInOurPapers, {makeOwnPaperRule});
    checkHonest(with({{11, "<< /Title (Test) /ModDate (D:20270101) >>"}}, signedPaper()));
    const QByteArray catalog = "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R /Perms << /DocMDP 12 0 R >> /DSS << "
                               "/Certs [ 60 0 R ] >> >>";
    checkHonest(with({{1, catalog}, {60, streamBody("der")}}, countersignedPaper()));
    checkAttack(with({{4, streamBody("0 1 0 RG")}}, countersignedPaper()), problem::pageContentChanged,
                {makePageRule});
    checkAttack(with({{6, "<< /FT /Sig /T (Applicant) >>"}}, countersignedPaper()), problem::signedFieldChanged,
                {makeSignedFieldRule, makeDeclarationRule});
}

BOOST_AUTO_TEST_SUITE_END()
