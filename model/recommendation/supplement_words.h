// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recommendation/supplement.h"

namespace jz {

/// A numbered part of a notice as it is read: what it is about, and its paragraphs.
struct SupplementPart
{
    QString heading;
    QStringList lines;
};

/// 关于…的补充通知, or of the repeal: what the paper is called.
QString supplementTitle(const Supplement& supplement, const CallPack& pack);
/// The paragraph that it begins with: which call it rests on.
QString supplementIntro(const Supplement& supplement, const CallPack& pack);
/// What it asks for, in the order of an office: dates, copies, further papers, where to, file names, the rest. Empty parts are left out.
QList<SupplementPart> supplementParts(const Supplement& supplement, const CallPack& pack);
/// A heading with its Chinese number: 一、报送期限.
QString numberedHeading(const QList<SupplementPart>& parts, qsizetype index);
/// A file name as people read it: the labels of the fields in brackets where the placeholders stand.
QString fileNameWords(const QString& pattern, const CallPack& pack);

/// What such a paper is called where it is the source of something: the body, 补充通知第1号, its day.
LocalizedText supplementSource(const Supplement& supplement);
/// The body as it is called in everyday words, where the list of bodies has them.
QString shortBodyName(const QString& body);

/// The whole notice as plain text, to be pasted into mail or messenger.
QString supplementText(const Supplement& supplement, const CallPack& pack);

} // namespace jz
