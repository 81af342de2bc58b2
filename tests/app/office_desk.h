// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack_reader.h"
#include "model/exchange/bundle.h"
#include "model/procedure/final_paper.h"
#include "model/procedure/ink_endorsing.h"
#include "model/procedure/sample_scans.h"
#include "model/recommendation/ranking_sheet.h"
#include "model/signature/delivery_key.h"
#include "tests/app/body_desk.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace jz::test {

using namespace Qt::StringLiterals;

/// Bundles of two bodies as the program writes them, made once for all tests: they take long.
///   一.jzb  first sending of 湖北省科协: 光电子器件 (11…, endorsed by certificate), 智能农机 (21…, endorsed in ink)
///   二.jzb  its second: the other order
///   学会.zip of 中国光学学会: 光电子器件 of the same unit (51…)
/// and dossiers beside them: 甲.pdf (11… before any body signed it), 丙.pdf (31…, in no bundle), 乙改.pdf (21… with other content).
struct SentBundles : BodyDesk
{
    static const SentBundles& made()
    {
        static const SentBundles bundles;
        return bundles;
    }

private:
    SentBundles()
    {
        printSigned(u"甲.pdf"_s, first);
        set(u"base_name"_s, u"智能农机"_s);
        printSigned(u"乙.pdf"_s, second);
        add({u"甲.pdf"_s, u"乙.pdf"_s});
        require(batch({u"declare"_s, u"penalty"_s, u"rectification"_s, u"--by"_s, u"赵主席"_s}));
        require(batch({u"rank"_s, u"11"_s, u"21"_s}));
        const PageMap map = readPageMap(file(u"乙.pdf"_s));
        laidAskew(inkedSamplePage(file(u"乙.pdf"_s), map, pagesToEndorse(map).first()), 2).save(file(u"扫描.jpg"_s), "JPEG", 80);
        batch({u"endorse"_s, u"--ink"_s, file(u"扫描.jpg"_s)});
        const QStringList certificate{u"--identity"_s, identity(), u"--passphrase-file"_s, passphraseFile()};
        require(batch(QStringList{u"endorse"_s} + certificate));
        require(batch({u"export"_s, file(u"一.jzb"_s)}));
        require(batch({u"rank"_s, u"21"_s, u"11"_s}));
        require(batch({u"export"_s, file(u"二.jzb"_s)}));
        printSigned(u"丙.pdf"_s, u"31111111-2222-4333-8444-555555555555"_s);
        set(u"address"_s, u"湖北省武汉市另一条路1号"_s);
        printSigned(u"乙改.pdf"_s, second);
        set(u"base_name"_s, u"光电子器件"_s);
        set(u"recommender"_s, u"中国光学学会"_s);
        printSigned(u"戊.pdf"_s, u"51111111-2222-4333-8444-555555555555"_s);
        const auto ofSociety = [&](const QStringList& arguments) { return batch(arguments + QStringList{u"--batch"_s, u"学会"_s}); };
        require(batch({u"new"_s, u"中国光学学会"_s, u"--call"_s, u"kczg-2022"_s, u"--name"_s, u"学会"_s}));
        require(ofSociety({u"add"_s, file(u"戊.pdf"_s)}));
        require(ofSociety({u"declare"_s, u"penalty"_s, u"rectification"_s, u"--by"_s, u"钱主席"_s}));
        require(ofSociety(QStringList{u"endorse"_s} + certificate));
        require(ofSociety({u"export"_s, file(u"学会.zip"_s)}));
    }
    static void require(const CliResult& result) { BOOST_REQUIRE_MESSAGE(result.exitCode == 0, QString(result.err + result.out).toStdString()); }
};

/// The office's desk with a review begun.
struct OfficeDesk
{
    ScratchFolder folder;
    const SentBundles& sent = SentBundles::made();

    OfficeDesk() { BOOST_REQUIRE(office({u"new"_s, u"年度评审"_s, u"--operator"_s, u"孙七"_s}).exitCode == 0); }

    QString file(const QString& name) const { return folder.file(name); }
    QString bundle(const QString& name) const { return sent.file(name); }
    CliResult office(QStringList arguments) const
    {
        arguments.prepend(u"office"_s);
        return cli(arguments + QStringList{u"--json"_s, u"--workspace"_s, file(u"办公室"_s)});
    }
    CliResult receive(const QStringList& paths, const QStringList& more = {}) const { return office(QStringList{u"receive"_s} + paths + more); }

    /// The files of a bundle, to be changed and written anew.
    struct Content
    {
        QString folder;
        QList<BundleFile> files;

        /// The file whose name ends so.
        BundleFile& at(const QString& end)
        {
            const auto found = std::find_if(files.begin(), files.end(), [&](const BundleFile& each) { return each.name.endsWith(end); });
            BOOST_REQUIRE_MESSAGE(found != files.end(), end.toStdString());
            return *found;
        }
        void remove(const QString& name) { files.removeIf([&](const BundleFile& each) { return each.name == name; }); }
        void flipByte(const QString& name) const
        {
            const QString path = folder + u'/' + name;
            QByteArray bytes = readFile(path);
            bytes[bytes.size() / 2] = char(bytes.at(bytes.size() / 2) ^ 1);
            writeFile(path, bytes);
        }
    };
    Content opened(const QString& name) const
    {
        Content content{file(name + u"-解开"), {}};
        QDir(content.folder).removeRecursively();
        QDir().mkpath(content.folder);
        const UnpackedBundle unpacked = unpackBundle(bundle(name), content.folder);
        for (const UnpackedFile& each : unpacked.files)
            if (each.name != "mimetype"_L1)
                content.files << BundleFile{each.name, each.path};
        return content;
    }
    QString closed(const Content& content, const QString& name, const Passphrase* passphrase = nullptr) const
    {
        BOOST_REQUIRE(writeBundle(file(name), content.files, BundleKind::Bundle, {}, passphrase));
        return file(name);
    }
    /// The ranking sheet of the first sending in other words, closed on another computer. Written to that name.
    template <typename Change>
    QString otherSheet(const QString& name, const Change& change) const
    {
        RankingSheet sheet = readRankingSheet(opened(u"一.jzb"_s).at(u"推荐排序表.pdf"_s).path).sheet;
        change(sheet);
        writeRankingSheet(sheet, *findBuiltInCallPack(u"kczg-2022"_s), openDeliveryKey(file(u"另一台"_s), nullptr).identity, file(name));
        return file(name);
    }

    /// Rules of one kind among findings.
    static QStringList rules(const QJsonValue& findings, const QString& begin = u"intake."_s)
    {
        QStringList names;
        for (const QJsonValue& each : findings.toArray())
            if (each[u"rule"_s].toString().startsWith(begin))
                names << each[u"rule"_s].toString();
        return names;
    }
    static QStringList outcomes(const CliResult& result)
    {
        QStringList all;
        for (const QJsonValue& each : result.json()[u"bundles"_s].toArray())
            all << each[u"outcome"_s].toString();
        return all;
    }
    /// Of all dossiers of the first bundle: "11 intake.x intake.y".
    static QStringList dossierRules(const CliResult& result)
    {
        QStringList lines;
        for (const QJsonValue& each : result.json()[u"bundles"_s][0][u"dossiers"_s].toArray())
            lines << QStringList(QStringList{each[u"dossier"_s].toString().first(2)} + rules(each[u"findings"_s])).join(u' ');
        return lines;
    }
    static QStringList bundleRules(const CliResult& result, int at = 0) { return rules(result.json()[u"bundles"_s][at][u"findings"_s]); }
    /// Of what is there: "body rank id".
    QStringList listed() const
    {
        QStringList lines;
        for (const QJsonValue& each : office({u"list"_s}).json()[u"dossiers"_s].toArray())
            lines << u"%1 %2 %3"_s.arg(each[u"body"_s].toString(), QString::number(each[u"rank"_s].toInt()), each[u"dossier"_s].toString().first(2));
        return lines;
    }
};

} // namespace jz::test
