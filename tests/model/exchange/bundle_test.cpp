// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/bundle.h"

#include "model/base/error.h"
#include "tests/model/exchange/zip_forgery.h"
#include "tests/support/test_files.h"

#include <QByteArrayList>
#include <QDir>
#include <QFile>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

QStringList rules(const Findings& findings)
{
    QStringList list;
    for (const Finding& finding : findings) {
        // Each names what is wrong and what to ask for, in both languages.
        BOOST_TEST((finding.message.zh.contains(u"请") && !finding.message.en.isEmpty() && !finding.message.zh.contains(u"%1")));
        list << finding.rule;
    }
    return list;
}

QStringList names(const BundleReader& reader)
{
    QStringList list;
    for (const BundleEntry& entry : reader.entries())
        list << entry.name;
    return list;
}

struct Folder : ScratchFolder
{
    QString with(const QString& name, const QByteArray& bytes) const
    {
        writeFile(file(name), bytes);
        return file(name);
    }
    /// A zip of forged entries, and what its reader makes of it.
    QString forged(const QList<ForgedEntry>& entries) const { return with(u"来件.zip"_s, forgedZip(entries)); }
    UnpackedBundle unpacked(const QString& bundle, const BundleLimits& limits = {}) const
    {
        QDir(path()).mkpath(u"解开"_s);
        return unpackBundle(bundle, file(u"解开"_s), {}, limits);
    }
    QString refusal(const QString& bundle, ErrorCode code, const BundleLimits& limits = {}) const
    {
        try {
            unpacked(bundle, limits);
        } catch (const Error& error) {
            BOOST_TEST(int(error.code()) == int(code));
            BOOST_TEST(error.subject() == bundle);
            return error.message().zh;
        }
        return u"not refused"_s;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(bundle, Folder)

BOOST_AUTO_TEST_CASE(what_was_packed_comes_out_byte_for_byte_under_its_chinese_name)
{
    const QByteArray pdf = "%PDF-1.7 申报书";
    const QByteArray list(300'000, 'x');
    const QList<BundleFile> files{{u"申报书（定稿）.pdf"_s, with(u"a.pdf"_s, pdf)}, {u"附件/清单 1.txt"_s, with(u"b.txt"_s, list)}};
    for (const BundleKind kind : {BundleKind::Bundle, BundleKind::Zip}) {
        const QString path = file(u"报送包.zip"_s);
        BOOST_TEST(writeBundle(path, files, kind));
        BOOST_TEST(looksLikeBundle(path));
        const BundleReader reader(path);
        BOOST_TEST(reader.isBundle() == (kind == BundleKind::Bundle));
        BOOST_TEST(names(reader) == QStringList({u"申报书（定稿）.pdf"_s, u"附件/清单 1.txt"_s}));
        const UnpackedBundle out = unpacked(path);
        BOOST_TEST(rules(out.findings) == QStringList());
        BOOST_REQUIRE(out.files.size() == 2);
        BOOST_TEST(readFile(out.files.at(0).path) == pdf);
        BOOST_TEST(readFile(out.files.at(1).path) == list);
        QDir(file(u"解开"_s)).removeRecursively();
    }
}

BOOST_AUTO_TEST_CASE(the_first_bytes_say_that_it_is_a_bundle)
{
    const QString path = file(u"报送包.jzb"_s);
    writeBundle(path, {{u"a.pdf"_s, with(u"a.pdf"_s, "%PDF-")}}, BundleKind::Bundle);
    // What a rule for magic looks at: the name at 30, at 38 what it holds, stored.
    BOOST_TEST(readFile(path).mid(30, 43) == "mimetypeapplication/vnd.juanzong.bundle+zip");
}

BOOST_AUTO_TEST_CASE(names_carry_the_flag_that_windows_reads)
{
    const QString path = file(u"报送包.zip"_s);
    writeBundle(path, {{u"申报书.pdf"_s, with(u"a.pdf"_s, "%PDF-")}}, BundleKind::Zip);
    const QByteArray bytes = readFile(path);
    BOOST_TEST((uchar(bytes.at(7)) & 0x08) == 0x08); // bit 11 of the general purpose flags
    BOOST_TEST(bytes.mid(30, 13) == u"申报书.pdf"_s.toUtf8());
    // An independent reader agrees.
    const ProcessResult judge = run(u"python3"_s, {u"-c"_s, u"import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(z.namelist()[0], z.testzip())"_s, path});
    BOOST_TEST(QString::fromUtf8(judge.out).trimmed() == u"申报书.pdf None"_s);
}

BOOST_AUTO_TEST_CASE(names_that_lead_out_of_the_folder_are_left_out_and_told)
{
    const QByteArrayList hostile{"../x.pdf", "a/../../x.pdf", "/etc/x.pdf", "C:\\x.pdf", "c:x.pdf", "\\\\server\\x.pdf", "a//x.pdf",
                                 "a\nb.pdf", "fdp.\xE2\x80\xAE" "exe", ".. /x.pdf"};
    for (const QByteArray& name : hostile) {
        BOOST_TEST_CONTEXT(name.toStdString())
        {
            const UnpackedBundle out = unpacked(forged({{name, "bad"}, {"good.pdf", "good"}}));
            BOOST_TEST(rules(out.findings) == QStringList{u"bundle.unsafe-name"_s});
            BOOST_REQUIRE(out.files.size() == 1);
            BOOST_TEST(out.files.first().name == u"good.pdf"_s);
            QDir(file(u"解开"_s)).removeRecursively();
        }
    }
    BOOST_TEST(!QFile::exists(file(u"x.pdf"_s)));
}

BOOST_AUTO_TEST_CASE(two_names_that_differ_by_case_alone_give_one_file_and_a_finding)
{
    const UnpackedBundle out = unpacked(forged({{"Paper.pdf", "first"}, {"paper.PDF", "second"}}));
    BOOST_TEST(rules(out.findings) == QStringList{u"bundle.duplicate-name"_s});
    BOOST_REQUIRE(out.files.size() == 1);
    BOOST_TEST(readFile(out.files.first().path) == "first");
}

BOOST_AUTO_TEST_CASE(an_encrypted_file_a_link_and_an_unknown_packing_are_named)
{
    ForgedEntry encrypted{"加密.pdf", "secret"};
    encrypted.flags = 1;
    ForgedEntry link{"link.pdf", "/etc/passwd"};
    link.unixMode = 0120777;
    ForgedEntry strange{"strange.pdf", "???"};
    strange.method = 95;
    BOOST_TEST(rules(unpacked(forged({encrypted, link, strange})).findings)
               == QStringList({u"bundle.encrypted"_s, u"bundle.no-file"_s, u"bundle.unknown-packing"_s}));
}

BOOST_AUTO_TEST_CASE(a_bomb_is_not_set_off)
{
    const QString path = file(u"bomb.zip"_s);
    writeBundle(path, {{u"zeros.txt"_s, with(u"zeros.txt"_s, QByteArray(20'000'000, '\0'))}, {u"a.txt"_s, with(u"a.txt"_s, "a")}}, BundleKind::Zip);
    const UnpackedBundle out = unpacked(path);
    BOOST_TEST(rules(out.findings) == QStringList{u"bundle.too-tight"_s});
    BOOST_TEST(out.files.size() == 1);
}

BOOST_AUTO_TEST_CASE(a_size_that_lies_writes_no_more_than_it_says)
{
    ForgedEntry small{"a.txt", "ten bytes!"};
    small.statedSize = 4;
    ForgedEntry large{"b.txt", "ten bytes!"};
    large.statedSize = 4000;
    const UnpackedBundle out = unpacked(forged({small, large, {"c.txt", "c"}}));
    BOOST_TEST(rules(out.findings) == QStringList({u"bundle.damaged"_s, u"bundle.damaged"_s}));
    BOOST_TEST(out.files.size() == 1);
    BOOST_TEST(QDir(file(u"解开"_s)).entryList(QDir::Files).size() == 1);
}

BOOST_AUTO_TEST_CASE(a_damaged_file_is_named_and_the_others_come_out)
{
    ForgedEntry damaged{"坏.pdf", "content"};
    damaged.crc = 12345;
    const UnpackedBundle out = unpacked(forged({damaged, {"好.pdf", "good"}}));
    BOOST_TEST(rules(out.findings) == QStringList{u"bundle.damaged"_s});
    BOOST_TEST(out.findings.first().message.zh.contains(u"坏.pdf"));
    BOOST_TEST(out.files.size() == 1);
}

BOOST_AUTO_TEST_CASE(too_many_files_and_too_many_bytes_are_refused_before_anything_is_written)
{
    const QString path = forged({{"a", "1"}, {"b", "2"}, {"c", "3"}});
    BundleLimits limits;
    limits.entries = 2;
    BOOST_TEST(refusal(path, ErrorCode::TooLarge, limits).contains(u"3 个文件"));
    limits = {};
    limits.bytes = 2;
    BOOST_TEST(refusal(path, ErrorCode::TooLarge, limits).contains(u"分成几个"));
    BOOST_TEST(QDir(file(u"解开"_s)).isEmpty());
    limits = {};
    limits.fileBytes = 0;
    BOOST_TEST(rules(unpacked(path, limits).findings).count(u"bundle.too-large"_s) == 3);
}

BOOST_AUTO_TEST_CASE(more_than_the_disk_holds_is_refused_before_anything_is_written)
{
    ForgedEntry huge{"a.pdf", "little"};
    huge.statedSize = 0xFFFFFFF0;
    BundleLimits limits;
    limits.bytes = limits.fileBytes = limits.ratioFrom = qint64(1) << 62;
    QList<ForgedEntry> many;
    for (int i = 0; i < 1900; ++i) { // eight terabytes
        huge.name = "a" + QByteArray::number(i) + ".pdf";
        many << huge;
    }
    BOOST_TEST(refusal(forged(many), ErrorCode::NotWritable, limits).contains(u"磁盘只剩"));
    BOOST_TEST(QDir(file(u"解开"_s)).isEmpty());
}

BOOST_AUTO_TEST_CASE(entries_that_lie_over_each_other_are_refused)
{
    const QByteArray packed(1000, 'x');
    QByteArray bytes = forgedZip({{"a.txt", packed}, {"b.txt", packed}});
    // The second entry of the central directory points at the first file.
    const qsizetype second = bytes.indexOf("PK\1\2", bytes.indexOf("PK\1\2") + 4);
    bytes.replace(second + 42, 4, QByteArray(4, '\0'));
    bytes.remove(bytes.indexOf("PK\3\4", 4), 30 + 5 + packed.size());
    const quint32 directory = 30 + 5 + 1000;
    bytes.replace(bytes.size() - 6, 4, QByteArray(reinterpret_cast<const char*>(&directory), 4));
    BOOST_TEST(refusal(with(u"重叠.zip"_s, bytes), ErrorCode::Malformed).contains(u"请向对方索要原文件"));
}

BOOST_AUTO_TEST_CASE(what_was_cut_off_or_is_no_zip_is_refused_with_the_remedy)
{
    const QByteArray whole = readFile(forged({{"a.pdf", QByteArray(1000, 'a')}}));
    for (const qsizetype size : {qsizetype(40), whole.size() / 2, whole.size() - 10, whole.size() - 1})
        BOOST_TEST(refusal(with(u"断.zip"_s, whole.left(size)), ErrorCode::Malformed).contains(u"请向对方索要原文件"));
    BOOST_TEST(refusal(with(u"x.rar"_s, "Rar!"), ErrorCode::Malformed).contains(u".rar"));
    BOOST_TEST(refusal(with(u"empty.zip"_s, ""), ErrorCode::Malformed).contains(u"不是报送包"));
    BOOST_TEST(refusal(file(u"nowhere.zip"_s), ErrorCode::NotFound) != u"not refused"_s);
}

BOOST_AUTO_TEST_CASE(names_out_of_chinese_windows_are_read_and_litter_is_passed_over)
{
    ForgedEntry chinese{"\xC9\xEA\xB1\xA8\xCA\xE9.pdf", "x"}; // 申报书 in GBK, without any flag
    const BundleReader reader(forged({chinese, {"folder\\b.pdf", "b"}, {"__MACOSX/._b.pdf", "?"}, {"x/.DS_Store", "?"}, {"x/", ""}}));
    BOOST_TEST(names(reader) == QStringList({u"申报书.pdf"_s, u"folder/b.pdf"_s}));
    BOOST_TEST(reader.findings().isEmpty());
}

BOOST_AUTO_TEST_CASE(a_bundle_of_nothing_is_told)
{
    const QByteArray mime = bundleMimeType();
    BOOST_TEST(rules(BundleReader(forged({{"mimetype", mime}})).findings()) == QStringList{u"bundle.empty"_s});
}

BOOST_AUTO_TEST_CASE(a_file_that_is_gone_or_a_folder_that_is_not_there_leaves_no_bundle)
{
    const QString path = file(u"报送包.jzb"_s);
    BOOST_CHECK_EXCEPTION(writeBundle(path, {{u"a.pdf"_s, file(u"gone.pdf"_s)}}, BundleKind::Bundle), Error,
                          [&](const Error& error) { return error.code() == ErrorCode::NotFound && error.subject() == file(u"gone.pdf"_s); });
    BOOST_CHECK_EXCEPTION(writeBundle(file(u"no/报送包.jzb"_s), {{u"a.pdf"_s, with(u"a.pdf"_s, "a")}}, BundleKind::Bundle), Error,
                          [](const Error& error) { return error.code() == ErrorCode::NotWritable; });
    WorkControl cancelled;
    cancelled.isCancelled = [] { return true; };
    BOOST_TEST(!writeBundle(path, {{u"a.pdf"_s, with(u"a.pdf"_s, QByteArray(3'000'000, 'a'))}}, BundleKind::Bundle, cancelled));
    BOOST_TEST(!QFile::exists(path));
}

BOOST_AUTO_TEST_SUITE_END()
