// SPDX-License-Identifier: Apache-2.0
#include "model/print/paper_words.h"

namespace jz {

using namespace Qt::StringLiterals;

QString PaperWords::operator()(const QString& name, const QString& otherwise) const
{
    const QString word = m_words.value(name).toString();
    return word.isEmpty() ? otherwise : word;
}

QString PaperWords::column(int index, const QString& otherwise) const
{
    const QString word = m_words.value(u"columns"_s)[index].toString();
    return word.isEmpty() ? otherwise : word;
}

QString participantsNumber(const CallPack& pack)
{
    return PaperWords(pack, u"participants"_s)(u"number"_s, u"第 {revision} 号"_s);
}

QString readingPurpose(const CallPack& pack)
{
    return PaperWords(pack, u"reading"_s)(u"purpose"_s, u"审阅件：供阅改用，签字盖章请用正式打印件。"_s);
}

} // namespace jz
