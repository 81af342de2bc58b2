// SPDX-License-Identifier: Apache-2.0
// Precompiled for every test: Boost.Test, printers for Qt values, and the poison that keeps QtTest's own
// assertions out (under Boost.Test they pass silently, whatever they compare).
#pragma once

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <ostream>

QT_BEGIN_NAMESPACE
inline std::ostream& boost_test_print_type(std::ostream& out, const QString& text)
{
    return out << '"' << text.toStdString() << '"';
}
inline std::ostream& boost_test_print_type(std::ostream& out, const QByteArray& bytes)
{
    return out << '"' << bytes.toPercentEncoding(" \"{}[],:/").toStdString() << '"';
}
inline std::ostream& boost_test_print_type(std::ostream& out, const QStringList& list)
{
    return out << '[' << list.join(QStringLiteral(" | ")).toStdString() << ']';
}
inline std::ostream& boost_test_print_type(std::ostream& out, const QJsonObject& object)
{
    return out << QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}
inline std::ostream& boost_test_print_type(std::ostream& out, const QJsonArray& array)
{
    return out << QJsonDocument(array).toJson(QJsonDocument::Compact).toStdString();
}
QT_END_NAMESPACE

// Boost would take these for containers and compare and print them element by element.
namespace boost::unit_test {
template<> struct is_forward_iterable<QString> : public mpl::false_ {};
template<> struct is_forward_iterable<QByteArray> : public mpl::false_ {};
template<> struct is_forward_iterable<QStringList> : public mpl::false_ {};
template<> struct is_forward_iterable<QJsonObject> : public mpl::false_ {};
template<> struct is_forward_iterable<QJsonArray> : public mpl::false_ {};
} // namespace boost::unit_test

#ifdef QTEST_H
#error "Include this header before QtTest"
#endif
#if defined(__GNUC__)
#pragma GCC poison QVERIFY QVERIFY2 QCOMPARE QTRY_VERIFY QTRY_COMPARE
#endif
